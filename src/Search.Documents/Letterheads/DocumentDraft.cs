using Search.Text;

namespace Search.Documents.Letterheads;

/// <summary>One document of a source before its letterhead is read.</summary>
/// <param name="Span">Where it lies in the laid-out text, annexes included.</param>
/// <param name="Parts">Annexes and stamps found while splitting, in source order.</param>
/// <param name="Head">Where its letterhead begins: later than the span where a page has something above it.</param>
/// <param name="Tail">Where its letterhead stands instead, in a file whose text boxes came out last; null for at its head.</param>
/// <param name="Upper">Where the rest of that letterhead stands, with text of the document between the two; null for in one place.</param>
internal sealed record DocumentDraft(TextSpan Span, IReadOnlyList<DocumentPart> Parts, int Head, int? Tail = null, int? Upper = null);
