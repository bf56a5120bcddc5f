using Search.Text;

namespace Search.Documents;

/// <summary>One document of a source before its letterhead is read.</summary>
/// <param name="Span">Where it lies in the decoded source, annexes included.</param>
/// <param name="Parts">Annexes and stamps found while splitting, in source order.</param>
public sealed record DocumentDraft(TextSpan Span, IReadOnlyList<DocumentPart> Parts);
