using Search.Text.Characters;
using Search.Text.Normalizing;

namespace Search.Text;

/// <summary>
/// A text in canonical form with the way back to where it came from. Offsets are UTF-16 units. Mapping takes
/// logarithmic time in the number of places where lengths changed, and no memory where they did not.
/// </summary>
public sealed class NormalizedText
{
    private readonly MapEdit[] _edits;

    internal NormalizedText(string source, string text, MapEdit[] edits)
    {
        Source = source;
        Text = text;
        _edits = edits;
    }

    /// <summary>A text with edits made, and the way back.</summary>
    /// <param name="source">The text.</param>
    /// <param name="edits">Ascending, without overlap, inside the text.</param>
    /// <exception cref="ArgumentException">They overlap, are out of order or lie outside the text.</exception>
    public static NormalizedText Of(string source, IReadOnlyList<TextEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(edits);
        if (edits.Count == 0)
        {
            return new NormalizedText(source, source, []);
        }

        var text = new System.Text.StringBuilder(source.Length);
        var map = new List<MapEdit>(edits.Count);
        var at = 0;
        foreach (var edit in edits)
        {
            if (edit.Start < at || edit.Length < 0 || edit.End > source.Length)
            {
                throw new ArgumentException("The edits overlap, are out of order or lie outside the text.", nameof(edits));
            }

            text.Append(source, at, edit.Start - at);
            if (edit.Length != 1 || edit.Text.Length != 1)
            {
                map.Add(new MapEdit(text.Length, edit.Text.Length, edit.Start, edit.Length));
            }

            text.Append(edit.Text);
            at = edit.End;
        }

        text.Append(source, at, source.Length - at);
        return new NormalizedText(source, text.ToString(), [.. map]);
    }

    /// <summary>The text as it was decoded: what is shown to a reader.</summary>
    public string Source { get; }

    /// <summary>The canonical text: what is matched and indexed.</summary>
    public string Text { get; }

    /// <summary>Whether nothing had to change: <see cref="Text"/> is then the same instance as <see cref="Source"/>.</summary>
    public bool IsIdentity => ReferenceEquals(Source, Text);

    /// <summary>The source offset at which the normalized character at <paramref name="offset"/> begins.</summary>
    /// <param name="offset">0 to the length of <see cref="Text"/>, inclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public int ToSource(int offset)
    {
        Check(offset, Text.Length, nameof(offset));
        var index = LastEditFrom(offset);
        if (index < 0)
        {
            return offset;
        }

        var edit = _edits[index];
        return offset < edit.End ? edit.SourceStart : edit.SourceEnd + (offset - edit.End);
    }

    /// <summary>
    /// The source span that the normalized span was made from: from the beginning of its first character to the end
    /// of its last, with all their combining marks, without removed characters at either edge.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie inside the text.</exception>
    public TextSpan ToSource(TextSpan normalizedSpan)
    {
        Check(normalizedSpan, Text.Length, nameof(normalizedSpan));
        var start = ToSource(normalizedSpan.Start);
        if (normalizedSpan.Length == 0)
        {
            return new TextSpan(start, start);
        }

        var last = normalizedSpan.End - 1;
        var index = LastEditFrom(last);
        if (index < 0)
        {
            return new TextSpan(start, normalizedSpan.End);
        }

        var edit = _edits[index];
        return new TextSpan(start, last < edit.End ? edit.SourceEnd : edit.SourceEnd + (last - edit.End) + 1);
    }

    /// <summary>
    /// The normalized offset of the character that <paramref name="sourceOffset"/> lies in; inside removed characters,
    /// that of what follows them.
    /// </summary>
    /// <param name="sourceOffset">0 to the length of <see cref="Source"/>, inclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the source.</exception>
    public int FromSource(int sourceOffset)
    {
        Check(sourceOffset, Source.Length, nameof(sourceOffset));
        var index = LastEditFromSource(sourceOffset);
        if (index < 0)
        {
            return sourceOffset;
        }

        var edit = _edits[index];
        return sourceOffset < edit.SourceEnd ? edit.Start : edit.End + (sourceOffset - edit.SourceEnd);
    }

    /// <summary>The normalized span that covers everything made from the source span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie inside the source.</exception>
    public TextSpan FromSource(TextSpan sourceSpan)
    {
        Check(sourceSpan, Source.Length, nameof(sourceSpan));
        var start = FromSource(sourceSpan.Start);
        if (sourceSpan.Length == 0)
        {
            return new TextSpan(start, start);
        }

        var last = sourceSpan.End - 1;
        var index = LastEditFromSource(last);
        if (index < 0)
        {
            return new TextSpan(start, sourceSpan.End);
        }

        var edit = _edits[index];
        var end = last < edit.SourceEnd ? edit.End : edit.End + (last - edit.SourceEnd) + 1;
        return new TextSpan(Math.Min(start, end), end);
    }

    /// <summary>The map of two steps in a row.</summary>
    /// <param name="next">What became of <see cref="Text"/>.</param>
    public NormalizedText Then(NormalizedText next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.IsIdentity)
        {
            return this;
        }

        if (IsIdentity)
        {
            return next;
        }

        using var builder = new MappedTextBuilder(Source);
        var chunk = new Chunk();
        for (var i = 0; i < next.Text.Length; i++)
        {
            var span = ToSource(next.ToSource(new TextSpan(i, i + 1)));
            chunk.Add(next.Text[i], span.Start, span.End);
        }

        builder.Append(chunk, Source.Length);
        return builder.Build();
    }

    /// <summary>The last edit that begins at or before a normalized offset.</summary>
    private int LastEditFrom(int offset)
    {
        int low = 0, high = _edits.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_edits[middle].Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    /// <summary>The last edit that begins at or before a source offset.</summary>
    private int LastEditFromSource(int offset)
    {
        int low = 0, high = _edits.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_edits[middle].SourceStart <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    private static void Check(int offset, int length, string name)
    {
        if ((uint)offset > (uint)length)
        {
            throw new ArgumentOutOfRangeException(name, offset, "The offset lies outside the text.");
        }
    }

    private static void Check(TextSpan span, int length, string name)
    {
        if (span.Start < 0 || span.End < span.Start || span.End > length)
        {
            throw new ArgumentOutOfRangeException(name, span, "The span lies outside the text.");
        }
    }
}
