using Search.Text;

namespace Search.Documents;

/// <summary>
/// One block of a source: a heading, paragraph, list item, table row, note, and what is no text of the document. Blocks
/// stand in reading order and do not overlap. What the block <b>reads</b> is its span of the source with
/// <see cref="Edits"/> made: no markup, entities and escapes resolved, cells parted by a tab, lines by a line feed.
/// </summary>
/// <remarks>
/// A format whose text lies scattered in markup (HTML, Word, PDF) puts together a plain text of its own first: that text
/// is the source, and few edits or none are needed. A format that is text (Markdown, plain text) keeps the file as its
/// source, and every mark that is left out is an edit. Either way <c>source[start..end]</c> is exact.
/// </remarks>
/// <param name="Kind">What the file says it is.</param>
/// <param name="Span">Where it lies in the source, markup included.</param>
/// <param name="Content">Where its text lies, the outer markup left out.</param>
/// <param name="Level">Level of a heading or depth of a list item, 1 at the top; number of a row in its table, from 1;
/// 0 where it means nothing.</param>
/// <param name="Page">Page of a paged file, from 1; 0 where there are no pages.</param>
public sealed record Block(BlockKind Kind, TextSpan Span, TextSpan Content, int Level = 0, int Page = 0)
{
    /// <summary>A line break in the text that is one for certain (<c>&lt;br&gt;</c>, a hard break), where
    /// <see cref="IsWrapped"/> leaves the others open.</summary>
    public const char HardBreak = '\u2028';

    /// <summary>How the block reads where it differs from the source; ascending, inside <see cref="Span"/>.</summary>
    public IReadOnlyList<TextEdit> Edits { get; init; } = [];

    /// <summary>The cells of a table row as spans of the source, without the bars between; none for other kinds.</summary>
    public IReadOnlyList<TextSpan> Cells { get; init; } = [];

    /// <summary>Stretches of the source in strong type.</summary>
    public IReadOnlyList<TextSpan> Strong { get; init; } = [];

    /// <summary>Stretches of the source that the reader made, such as the number of an automatic list: they are no words of
    /// the file.</summary>
    public IReadOnlyList<TextSpan> Generated { get; init; } = [];

    /// <summary>Whether its line feeds may come from wrapping by width, as in plain text, Markdown and PDF: they are joined
    /// to paragraphs by length and shape, and a letterhead is not. Otherwise each line feed is a line.</summary>
    public bool IsWrapped { get; init; }

    /// <summary>Whether it stands in a text box, which may lie anywhere on its page.</summary>
    public bool IsBox { get; init; }

    /// <inheritdoc/>
    public bool Equals(Block? other) =>
        other is not null && Kind == other.Kind && Span == other.Span && Content == other.Content && Level == other.Level
        && Page == other.Page && IsWrapped == other.IsWrapped && IsBox == other.IsBox && Edits.SequenceEqual(other.Edits) && Cells.SequenceEqual(other.Cells)
        && Strong.SequenceEqual(other.Strong) && Generated.SequenceEqual(other.Generated);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Span, Level, Page);
}
