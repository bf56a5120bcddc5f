namespace Search.Application.Layout;

/// <summary>
/// Whether a line goes on with the paragraph of the line before it. Scans and typed copies end their lines where the
/// paper ended, and pages end in the middle of sentences: shown line by line they would read as verse.
/// </summary>
internal static class ParagraphJoin
{
    // Narrower runs of lines are letterheads, signatures and lists of recipients, where each line stands alone.
    private const int NarrowPaper = 60;

    // A line that leaves more room than this free was ended by its writer.
    private const double FullLine = 0.72;

    public static bool Continues(string source, TextLine before, TextLine line, bool spansBoth)
    {
        if (before.Hashes > 0 || line.Hashes > 0 || before.IsQuote != line.IsQuote)
        {
            return false;
        }

        var first = source.AsSpan(before.From, before.Length);
        var second = source.AsSpan(line.From, line.Length);
        if (first.Contains('\t') || second.Contains('\t'))
        {
            return false;
        }

        if (spansBoth)
        {
            return true;
        }

        if (StartsItem(second))
        {
            return false;
        }

        var isOpen = IsOpen(first);
        if (line.FollowsGap)
        {
            return isOpen && before.Length >= NarrowPaper && char.IsLower(second[0]);
        }

        if (isOpen && char.IsLower(second[0]))
        {
            return true;
        }

        return !before.EndsByWish && before.Width >= NarrowPaper && before.Length >= before.Width * FullLine && !IsUpper(first);
    }

    /// <summary>Whether a line opens a point of a list: <c>- </c>, <c>1. </c>, <c>a) </c>, <c>IV- </c>.</summary>
    internal static bool StartsItem(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("*\\");
        if (line.IsEmpty)
        {
            return false;
        }

        if (line[0] is '-' or '+' or '•' or '–' or '—' or '|')
        {
            return true;
        }

        var at = 0;
        while (at < line.Length && at < 12 && (char.IsAsciiLetterOrDigit(line[at]) || line[at] is 'đ' or 'Đ' || (line[at] == '.' && at > 0)))
        {
            at++;
        }

        if (at == 0 || at == line.Length)
        {
            return false;
        }

        var label = line[..at].TrimEnd('.');
        var closes = line[at - 1] == '.' || line[at] is ')' or '-' or '/' && at + 1 < line.Length && line[at + 1] == ' ';
        if (!closes || label.IsEmpty)
        {
            return false;
        }

        return char.IsAsciiDigit(label[0])
            ? !label.ContainsAnyExcept("0123456789.")
            : label.Length == 1 || !label.ContainsAnyExcept("IVXLC");
    }

    // Nothing says that the sentence is over.
    private static bool IsOpen(ReadOnlySpan<char> line)
    {
        var end = line.TrimEnd("*_ ");
        return !end.IsEmpty && (char.IsLower(end[^1]) || char.IsAsciiDigit(end[^1]) || end[^1] is ',' or '-') && !IsUpper(line);
    }

    private static bool IsUpper(ReadOnlySpan<char> line)
    {
        var letters = false;
        foreach (var c in line)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters |= char.IsUpper(c);
        }

        return letters;
    }
}
