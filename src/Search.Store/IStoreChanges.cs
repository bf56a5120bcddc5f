using Search.Citations;

namespace Search.Store;

/// <summary>
/// Changes of the store that go to disk together; see <see cref="IDocumentStore.WriteTogether"/>. As a registry it
/// answers from inside the transaction: what an earlier change brought is there for the next.
/// </summary>
public interface IStoreChanges : IDocumentRegistry
{
    /// <summary>Stores one source file with all its documents, in place of what the file held before. Stubs that arrive
    /// with it become documents, and waiting citations of others are linked to them in the same transaction. The file
    /// leaves quarantine.</summary>
    /// <param name="file">The file.</param>
    /// <param name="documents">The documents in it.</param>
    ReplaceResult Replace(SourceRecord file, IReadOnlyList<AnalyzedDocument> documents);

    /// <summary>Takes a source file out; its documents go, or become stubs where others cite them.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>False when the store does not know the path.</returns>
    bool Remove(string path);

    /// <summary>Notes that a known file has another path now; its documents stay as they are.</summary>
    /// <param name="oldPath">The path it had.</param>
    /// <param name="newPath">The path it has.</param>
    /// <returns>False when the store does not know <paramref name="oldPath"/> or knows <paramref name="newPath"/>.</returns>
    bool Move(string oldPath, string newPath);

    /// <summary>Notes that a file was read and holds the same bytes, under another time stamp.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="modified">Its time stamp.</param>
    /// <returns>False when the store does not know the path.</returns>
    bool Touch(string path, DateTimeOffset modified);

    /// <summary>Opens the links of a file to documents that are known by citation alone: it is read again right after, and what
    /// only earlier readings called for must not vouch for itself.</summary>
    /// <param name="path">Its path.</param>
    void OpenLinks(string path);

    /// <summary>Puts a file into quarantine.</summary>
    /// <param name="entry">The file and why.</param>
    /// <param name="takeOut">Whether documents the path held before are taken out, as for a file that bears a secrecy
    /// mark now. Otherwise its last good reading stays.</param>
    void AddToQuarantine(QuarantineEntry entry, bool takeOut);
}
