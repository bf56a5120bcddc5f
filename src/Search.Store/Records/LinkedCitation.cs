using Search.Documents;

namespace Search.Store;

/// <summary>A citation that waited and is linked now.</summary>
/// <param name="Citing">The citing document.</param>
/// <param name="Text">The mention as it stands in its source.</param>
/// <param name="Target">What it is linked to.</param>
public sealed record LinkedCitation(DocumentKey Citing, string Text, DocumentKey Target);
