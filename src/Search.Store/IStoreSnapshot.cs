using Search.Documents;

namespace Search.Store;

/// <summary>
/// The store as it was at one revision, while others write. Safe for many threads, which read one after the other. It
/// keeps the store from clearing its log, so it is not to be held for long.
/// </summary>
public interface IStoreSnapshot : IDisposable
{
    /// <summary>The revision that every read sees.</summary>
    long Revision { get; }

    /// <summary>Whether the log has grown so long that it should be let go.</summary>
    bool IsCostly { get; }

    /// <inheritdoc cref="IDocumentStore.Read(DocumentKey)"/>
    /// <exception cref="StoreDamagedException">What it is read from is not what was written.</exception>
    /// <exception cref="IOException">The disk refused.</exception>
    DocumentRecord? Read(DocumentKey key);

    /// <inheritdoc cref="IDocumentStore.Changes(long)"/>
    IReadOnlyList<DocumentChange> Changes(long sinceRevision);

    /// <inheritdoc cref="IDocumentStore.CitedBy(DocumentKey, int)"/>
    IReadOnlyList<CitationRecord> CitedBy(DocumentKey key, int limit);
}
