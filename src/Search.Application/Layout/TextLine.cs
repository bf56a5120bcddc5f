namespace Search.Application.Layout;

/// <summary>One line of a source that holds something, and what its form says.</summary>
/// <param name="Start">Where the line begins in the source.</param>
/// <param name="From">Its first character that is shown.</param>
/// <param name="To">Just past the last one.</param>
/// <param name="Hashes">Signs of a Markdown heading before it, 0 for none.</param>
internal readonly record struct TextLine(int Start, int From, int To, int Hashes)
{
    /// <summary>Whether it is quoted, as Markdown writes it.</summary>
    public bool IsQuote { get; init; }

    /// <summary>Whether it ends with the two spaces by which Markdown asks for a new line.</summary>
    public bool EndsByWish { get; init; }

    /// <summary>Whether lines without anything stand before it.</summary>
    public bool FollowsGap { get; init; }

    /// <summary>Length of the longest line among those that follow one another without a gap: how wide the paper was.</summary>
    public int Width { get; init; }

    public int Length => To - From;

    /// <summary>The lines of a stretch of a source, without the empty ones and those that only rule a line.</summary>
    public static List<TextLine> Read(string source, int start, int end)
    {
        var lines = new List<TextLine>();
        var gap = true;
        var run = 0;
        while (start < end)
        {
            var stop = source.IndexOf('\n', start, end - start);
            if (stop < 0)
            {
                stop = end;
            }

            if (Line(source, start, stop) is { } line)
            {
                if (gap)
                {
                    Widen(lines, ref run);
                }

                lines.Add(line with { FollowsGap = gap });
                gap = false;
            }
            else
            {
                gap = true;
            }

            start = stop + 1;
        }

        Widen(lines, ref run);
        return lines;
    }

    private static TextLine? Line(string source, int start, int end)
    {
        var (from, to) = (start, end);
        while (from < end && char.IsWhiteSpace(source[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(source[to - 1]))
        {
            to--;
        }

        if (from == to)
        {
            return null;
        }

        var signs = MarkdownSigns.Start(source.AsSpan(from, to - from));
        var hashes = source.AsSpan(from, signs).Count('#');
        var line = new TextLine(start, from + signs, to, hashes)
        {
            IsQuote = source[from] == '>',
            EndsByWish = end - to >= 2 && source[to] == ' ' && source[to + 1] == ' ',
        };
        var shown = source.AsSpan(line.From, line.Length);
        return shown.TrimStart('-').IsEmpty || shown.TrimStart('*').IsEmpty ? null : line;
    }

    private static void Widen(List<TextLine> lines, ref int run)
    {
        var width = 0;
        for (var i = run; i < lines.Count; i++)
        {
            width = Math.Max(width, lines[i].Length);
        }

        for (var i = run; i < lines.Count; i++)
        {
            lines[i] = lines[i] with { Width = width };
        }

        run = lines.Count;
    }
}
