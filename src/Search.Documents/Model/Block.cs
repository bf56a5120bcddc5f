using Search.Text;

namespace Search.Documents;

/// <summary>One block of a source: a paragraph, heading, list item, table row, rule or note.</summary>
/// <param name="Kind">What the file's markup says it is.</param>
/// <param name="Span">Where it lies in the decoded source, markup included.</param>
/// <param name="Content">Where its text lies, outer markup left out.</param>
/// <param name="Level">Heading level or list depth, 1 at the top; 0 where it means nothing.</param>
/// <param name="Page">Page of a paged file, 1-based; 0 where there are no pages.</param>
public sealed record Block(BlockKind Kind, TextSpan Span, TextSpan Content, int Level = 0, int Page = 0);
