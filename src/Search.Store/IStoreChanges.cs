using Search.Citations;

namespace Search.Store;

/// <summary>
/// Changes of the store that go to disk together; see <see cref="IDocumentStore.WriteTogether"/>. As a registry it
/// answers from inside the transaction: what an earlier change brought is there for the next.
/// </summary>
public interface IStoreChanges : IDocumentRegistry
{
    /// <summary>Like <see cref="IDocumentStore.Replace"/>; on disk once the transaction is.</summary>
    ReplaceResult Replace(SourceRecord file, IReadOnlyList<AnalyzedDocument> documents);

    /// <summary>Like <see cref="IDocumentStore.Remove"/>.</summary>
    bool Remove(string path);

    /// <summary>Like <see cref="IDocumentStore.Move"/>.</summary>
    bool Move(string oldPath, string newPath);

    /// <summary>Like <see cref="IDocumentStore.Touch"/>.</summary>
    bool Touch(string path, DateTimeOffset modified);

    /// <summary>Like <see cref="IDocumentStore.AddToQuarantine"/>.</summary>
    void AddToQuarantine(QuarantineEntry entry, bool takeOut);
}
