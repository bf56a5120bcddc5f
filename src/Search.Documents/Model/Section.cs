using Search.Text;

namespace Search.Documents;

/// <summary>A titled or numbered stretch of a document.</summary>
/// <param name="Anchor">Stable within the document and usable in a URL, such as <c>ii.1</c> or <c>dieu-5</c>.</param>
/// <param name="Parent">Anchor of the enclosing section, or null at the top.</param>
/// <param name="Depth">1 at the top.</param>
/// <param name="Label">What numbers it in the text: <c>II</c>, <c>1</c>, <c>Điều 5</c>; null for none.</param>
/// <param name="Heading">Heading text on one line; null when the section has none.</param>
/// <param name="Span">Where it lies in the decoded source, heading included.</param>
public sealed record Section(string Anchor, string? Parent, int Depth, string? Label, string? Heading, TextSpan Span);
