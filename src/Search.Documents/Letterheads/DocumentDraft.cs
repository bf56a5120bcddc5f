using Search.Text;

namespace Search.Documents.Letterheads;

/// <summary>One document of a source before its letterhead is read.</summary>
/// <param name="Span">Where it lies in the laid-out text, annexes included.</param>
/// <param name="Parts">Annexes and stamps found while splitting, in source order.</param>
/// <param name="Head">Where its letterhead begins: later than the span where a page has something above it.</param>
internal sealed record DocumentDraft(TextSpan Span, IReadOnlyList<DocumentPart> Parts, int Head);
