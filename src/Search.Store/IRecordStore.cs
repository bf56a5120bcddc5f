namespace Search.Store;

/// <summary>
/// What people made and no source file holds: accounts, keys, sessions, corrections, saved searches, notes, the audit
/// log. It lies in the store, so that it is backed up and moved with it, but beside the documents: it changes no
/// <see cref="IDocumentStore.Revision"/>, and any process may write it while another one takes documents in. Safe for
/// use from many threads.
/// </summary>
public interface IRecordStore : IRecordReader
{
    /// <summary>Grows by one with every transaction that changes a record; handed out inside the transaction, so that whoever
    /// follows by <see cref="Since"/> can skip none.</summary>
    long Version { get; }

    /// <summary>The records that were written or taken out after a version, each once, in the order of their versions; one
    /// that was taken out has no payload.</summary>
    /// <param name="version">The version that is known already.</param>
    /// <param name="limit">At most so many.</param>
    IReadOnlyList<StoredRecord> Since(long version, int limit = int.MaxValue);

    /// <summary>Makes changes in one transaction. When the call returns, all of them are on disk; when it throws, none is.</summary>
    /// <param name="change">Makes the changes. It may be called again when the store was busy, so it must not keep what it
    /// did before.</param>
    /// <returns>What <paramref name="change"/> returned.</returns>
    /// <exception cref="StoreBusyException">Others kept the store busy too long.</exception>
    /// <exception cref="IOException">The disk refused; nothing changed.</exception>
    T Write<T>(Func<IRecordChanges, T> change);
}
