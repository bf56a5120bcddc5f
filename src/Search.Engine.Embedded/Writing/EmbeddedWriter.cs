namespace Search.Engine.Embedded;

/// <summary>The writer: analyses in the background, keeps finished segments aside until the commit.</summary>
internal sealed class EmbeddedWriter : IIndexWriter
{
    private readonly EmbeddedEngine _engine;
    private readonly IndexingQueue _queue;
    private readonly List<SegmentView> _pending = [];
    private readonly HashSet<string> _unflushedIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unflushedGroups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deletedIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deletedGroups = new(StringComparer.Ordinal);
    private readonly HashSet<int> _seen = [];
    private bool _baseIsEmpty;
    private bool _clear;
    private bool _disposed;

    public EmbeddedWriter(EmbeddedEngine engine)
    {
        _engine = engine;
        _queue = new IndexingQueue(engine);
        _baseIsEmpty = engine.State.Views.Count == 0;
    }

    public void Put(IndexEntry entry)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(entry);
        Remove(entry.Id);
        _unflushedIds.Add(entry.Id);
        _unflushedGroups.Add(entry.Group);
        _seen.Add(string.GetHashCode(entry.Id, StringComparison.Ordinal));
        _queue.Add(entry);
    }

    public void Delete(string id)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(id);
        Remove(id);
    }

    public void DeleteGroup(string group)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(group);
        if (_unflushedGroups.Contains(group))
        {
            Flush();
        }

        if (!_baseIsEmpty)
        {
            _deletedGroups.Add(group);
        }

        for (var i = 0; i < _pending.Count; i++)
        {
            var number = _pending[i].Segment.Groups.Find(group);
            if (number < 0)
            {
                continue;
            }

            foreach (var doc in _pending[i].Segment.DocsOfGroup(number))
            {
                DeletePending(i, doc);
            }
        }
    }

    public void Clear()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Flush();
        DropPending();
        _clear = true;
        _baseIsEmpty = true;
        _deletedIds.Clear();
        _deletedGroups.Clear();
        _seen.Clear();
    }

    public void Commit(long revision)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Flush();
        _engine.Commit(revision, _clear, _pending, _deletedIds, _deletedGroups);
        foreach (var view in _pending)
        {
            // The engine's state holds them now.
            view.Segment.Dispose();
            _engine.Unprotect(view.Segment.Name);
        }

        _pending.Clear();
        _deletedIds.Clear();
        _deletedGroups.Clear();
        _seen.Clear();
        _clear = false;
        _baseIsEmpty = _engine.State.Views.Count == 0;
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _queue.Abandon();
        DropPending();
        _engine.WriterClosed();
    }

    private void Remove(string id)
    {
        if (_unflushedIds.Contains(id))
        {
            Flush();
        }

        if (!_baseIsEmpty)
        {
            _deletedIds.Add(id);
        }

        if (_pending.Count == 0 || !_seen.Contains(string.GetHashCode(id, StringComparison.Ordinal)))
        {
            return;
        }

        for (var i = 0; i < _pending.Count; i++)
        {
            var doc = _pending[i].Segment.FindId(id);
            if (doc >= 0)
            {
                DeletePending(i, doc);
            }
        }
    }

    private void DeletePending(int index, int doc)
    {
        var view = _pending[index];
        if (view.Deletes is null)
        {
            _pending[index] = view = view with { Deletes = new DeleteSet(view.Segment.Docs) };
        }

        view.Deletes!.Add(doc);
    }

    private void Flush()
    {
        foreach (var name in _queue.Drain())
        {
            _pending.Add(new SegmentView(Segment.Open(Path.Combine(_engine.Folder, name)), null, null));
        }

        _unflushedIds.Clear();
        _unflushedGroups.Clear();
    }

    private void DropPending()
    {
        foreach (var view in _pending)
        {
            view.Segment.Dispose();
            _engine.Unprotect(view.Segment.Name);
            _engine.Files.Delete(Path.Combine(_engine.Folder, view.Segment.Name));
        }

        _pending.Clear();
    }
}
