namespace Search.Engine;

/// <summary>The writer: analyzes on several threads, keeps the order of changes to one passage or document.</summary>
internal sealed class EngineWriter : IIndexWriter
{
    private readonly IStorageWriter _storage;
    private readonly AnalysisWorkers _workers;
    private readonly Action _closed;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<int> _put = [];
    private bool _wasEmpty;
    private bool _disposed;

    /// <param name="storage">Takes what was analyzed; closed with the writer.</param>
    /// <param name="options">Settings.</param>
    /// <param name="closed">Called when the writer is closed.</param>
    public EngineWriter(IStorageWriter storage, SearchEngineOptions options, Action closed)
    {
        _storage = storage;
        _workers = new AnalysisWorkers(storage, options.IndexingThreads);
        _closed = closed;
        _wasEmpty = storage.IsEmpty;
    }

    public void Put(IndexEntry entry)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(entry);
        if (_ids.Contains(entry.Id))
        {
            Flush();
        }

        // Into an empty index only what was put before can give way; a false alarm of the hash costs a look-up.
        var replace = !_put.Add(string.GetHashCode(entry.Id, StringComparison.Ordinal)) || !_wasEmpty;
        _ids.Add(entry.Id);
        _groups.Add(entry.Group);
        _workers.Add(entry, replace);
    }

    public void Delete(string id)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(id);
        if (_ids.Contains(id))
        {
            Flush();
        }

        _storage.DeletePassage(id);
    }

    public void DeleteGroup(string group)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(group);
        if (_groups.Contains(group))
        {
            Flush();
        }

        _storage.DeleteDocument(group);
    }

    public void Clear()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Flush();
        _storage.Clear();
        _put.Clear();
        _wasEmpty = true;
    }

    public void Commit(long revision)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Flush();
        _storage.Commit(revision);
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        try
        {
            _workers.Abandon();
            _storage.Dispose();
        }
        finally
        {
            _closed();
        }
    }

    // Everything that was put is in the storage.
    private void Flush()
    {
        _workers.Drain();
        _ids.Clear();
        _groups.Clear();
    }
}
