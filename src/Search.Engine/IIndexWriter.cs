namespace Search.Engine;

/// <summary>
/// Collects changes and makes them visible and durable at <see cref="Commit"/>, all or none.
/// Disposing without a commit drops what was collected. Not for use from several threads at once.
/// </summary>
public interface IIndexWriter : IDisposable
{
    /// <summary>Adds a passage, or replaces the one with the same <see cref="IndexEntry.Id"/>.</summary>
    /// <param name="entry">The passage; not kept after the call's work is done.</param>
    void Put(IndexEntry entry);

    /// <summary>Removes one passage; nothing happens when it is not there.</summary>
    /// <param name="id">The passage's id.</param>
    void Delete(string id);

    /// <summary>Removes every passage of a document.</summary>
    /// <param name="group">The document's key.</param>
    void DeleteGroup(string group);

    /// <summary>Removes everything, as the first step of a rebuild.</summary>
    void Clear();

    /// <summary>Makes all changes since the last commit durable and visible to new snapshots.</summary>
    /// <param name="revision">The store's revision that the index then mirrors.</param>
    /// <exception cref="IOException">A write failed; the index still serves the generation before.</exception>
    void Commit(long revision);
}
