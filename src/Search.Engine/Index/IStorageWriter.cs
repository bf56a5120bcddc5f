namespace Search.Engine;

/// <summary>
/// Takes analyzed passages until a commit makes them durable and visible, all or none. Passages may be put from several
/// threads at once; deleting, clearing and committing come from one, while nobody puts.
/// </summary>
internal interface IStorageWriter : IDisposable
{
    /// <summary>True where the index holds no passage, deleted ones counted.</summary>
    bool IsEmpty { get; }

    /// <summary>Adds a passage.</summary>
    /// <param name="passage">The passage; may be used again when the call returns.</param>
    /// <param name="replace">Whether one with the same id may be there and gives way.</param>
    void Put(AnalyzedPassage passage, bool replace);

    /// <summary>Removes a passage by its id.</summary>
    /// <param name="id">The id.</param>
    void DeletePassage(string id);

    /// <summary>Removes the passages of a document.</summary>
    /// <param name="group">The document's key.</param>
    void DeleteDocument(string group);

    /// <summary>Begins an empty index beside the one that serves; it takes that one's place with the next commit.</summary>
    void Clear();

    /// <summary>Makes everything since the last commit durable and visible.</summary>
    /// <param name="revision">The store's revision that the index then mirrors.</param>
    /// <exception cref="IOException">A write failed; the commit before is served on.</exception>
    void Commit(long revision);
}
