using Search.Documents;

namespace Search.Store;

/// <summary>What one transaction of the store did.</summary>
/// <param name="Revision">Revision after it.</param>
/// <param name="Documents">Keys of the documents the file now holds, in reading order.</param>
/// <param name="ArrivedStubs">Stubs that became documents.</param>
/// <param name="Linked">Citations of other documents that were open or linked to a vaguer stub, and are linked now.</param>
public sealed record ReplaceResult(
    long Revision,
    IReadOnlyList<DocumentKey> Documents,
    IReadOnlyList<DocumentKey> ArrivedStubs,
    IReadOnlyList<LinkedCitation> Linked);
