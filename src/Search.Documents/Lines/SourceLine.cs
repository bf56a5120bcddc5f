using Search.Text;

namespace Search.Documents.Lines;

/// <summary>
/// One line of a source that is not blank, cleaned for matching: composed, markup left out, white space collapsed,
/// a tab between columns. Every character knows the stretch of the source it came from.
/// </summary>
internal sealed class SourceLine
{
    private readonly int _shift;
    private readonly int[]? _starts;
    private readonly int[]? _ends;

    /// <param name="index">Position among the lines that are not blank.</param>
    /// <param name="span">The line in the source.</param>
    /// <param name="text">Cleaned text.</param>
    /// <param name="folded">Folded text.</param>
    /// <param name="shift">Where the text begins in the source, when it is a plain stretch of it.</param>
    /// <param name="starts">Start of every character in the source; null when the text is a plain stretch of it.</param>
    /// <param name="ends">End of every character in the source; null likewise.</param>
    /// <param name="blanks">Blank lines before.</param>
    /// <param name="markup">What the markup said.</param>
    internal SourceLine(
        int index,
        TextSpan span,
        string text,
        string folded,
        int shift,
        int[]? starts,
        int[]? ends,
        int blanks,
        LineMarkup markup)
    {
        Index = index;
        Span = span;
        Text = text;
        Folded = folded;
        _shift = shift;
        _starts = starts;
        _ends = ends;
        BlanksBefore = blanks;
        Markup = markup;
    }

    /// <summary>Position among the lines that are not blank.</summary>
    public int Index { get; }

    /// <summary>The line in the source, without white space at its edges.</summary>
    public TextSpan Span { get; }

    /// <summary>The cleaned text; of a line longer than <see cref="LineCleaner.Limit"/> only its beginning.</summary>
    public string Text { get; }

    /// <summary>The same text folded, plain hyphens and quotes; as long as <see cref="Text"/>.</summary>
    public string Folded { get; }

    /// <summary>How many blank lines stand before this one.</summary>
    public int BlanksBefore { get; }

    /// <summary>What the markup left out said.</summary>
    public LineMarkup Markup { get; }

    /// <summary>Whether <see cref="Text"/> holds the whole line.</summary>
    public bool IsWhole =>
        Text.Length == 0 || (_ends is null ? _shift + Text.Length : _ends[^1]) >= Span.End - LineCleaner.EdgeMarkup;

    /// <summary>The stretch of the source that a stretch of the cleaned text came from.</summary>
    public TextSpan SpanOf(int from, int to) =>
        from >= to ? new TextSpan(Span.Start, Span.Start)
        : _starts is null || _ends is null ? new TextSpan(_shift + from, _shift + to)
        : new TextSpan(_starts[from], _ends[to - 1]);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
