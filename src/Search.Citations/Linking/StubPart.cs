using Search.Documents;

namespace Search.Citations;

/// <summary>Mentions under one stub that mean one document.</summary>
/// <param name="Key">The key of that document as far as they tell it; null for mentions that several parts fit, which
/// must be opened again.</param>
/// <param name="Members">Places in the list of mentions, ascending.</param>
public sealed record StubPart(DocumentKey? Key, IReadOnlyList<int> Members);
