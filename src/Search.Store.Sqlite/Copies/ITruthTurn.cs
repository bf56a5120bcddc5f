namespace Search.Store.Sqlite.Copies;

/// <summary>The one change that may be made now.</summary>
internal interface ITruthTurn
{
    /// <summary>Commits the change to the truth; when this returns it is durable there.</summary>
    /// <param name="changes">The rows.</param>
    /// <param name="revision">The store's revision after it.</param>
    /// <param name="mark">Notified of the position that the copy has with it, before the commit.</param>
    void Commit(IReadOnlyList<TableChange> changes, long revision, Action<CopyPosition> mark);
}
