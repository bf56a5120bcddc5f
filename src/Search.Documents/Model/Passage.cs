using Search.Text;

namespace Search.Documents;

/// <summary>The unit of retrieval: a paragraph or list item with the headings above it.</summary>
/// <param name="Anchor">Stable within the document and usable in a URL.</param>
/// <param name="HeadingPath">Headings from the top down, without the document's title.</param>
/// <param name="Span">Where it lies in the decoded source.</param>
public sealed record Passage(string Anchor, IReadOnlyList<string> HeadingPath, TextSpan Span);
