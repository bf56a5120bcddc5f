using System.Globalization;

namespace Search.Engine.Embedded;

// Longer than most files: readers, the writer, commits and closing share the same two locks, and what guards what is only
// seen with all of them on one page. Merging stands in the other part of the class.

/// <summary>
/// The default engine: immutable memory-mapped segments, block-max top-k search, BM25F over exact and folded forms
/// with compounds. One process writes at a time; any number read.
/// </summary>
public sealed partial class EmbeddedEngine : ISearchEngine, IMaintainable
{
    private readonly Lock _gate = new();
    private readonly Lock _commits = new();
    private readonly CancellationTokenSource _closing = new();
    private IndexState _state = IndexState.Empty;
    private IndexDamagedException? _damage;
    private ManifestStamp _stamp;
    private WriteLock? _lock;
    private bool _writing;
    private Task _merging = Task.CompletedTask;
    private bool _disposed;

    private EmbeddedEngine(string directory, EmbeddedEngineOptions options, IFileLayer files)
    {
        Folder = directory;
        Options = options;
        Files = files;
    }

    /// <inheritdoc />
    public string Name => "embedded";

    /// <inheritdoc />
    public long Revision
    {
        get
        {
            Refresh();
            lock (_gate)
            {
                return _damage is null ? _state.Manifest.Revision : -1;
            }
        }
    }

    /// <summary>The index directory.</summary>
    internal string Folder { get; }

    /// <summary>The settings.</summary>
    internal EmbeddedEngineOptions Options { get; }

    /// <summary>The disk.</summary>
    internal IFileLayer Files { get; }

    /// <summary>The generation that new snapshots see.</summary>
    internal IndexState State
    {
        get { lock (_gate)
            {
                return _state;
            }
        }
    }

    /// <summary>
    /// Opens the index in a directory, creating the directory where needed. Damage does not stop opening: it shows
    /// in <see cref="Verify"/>, and <see cref="OpenSnapshot"/> throws it.
    /// </summary>
    /// <param name="directory">The index directory.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public static ISearchEngine Open(string directory, EmbeddedEngineOptions? options = null) =>
        Open(directory, options ?? new EmbeddedEngineOptions(), DiskFileLayer.Instance);

    /// <inheritdoc />
    public IIndexWriter OpenWriter()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        lock (_gate)
        {
            if (_writing)
            {
                throw new IndexBusyException();
            }

            _lock ??= WriteLock.Take(Folder);
            _lock.Hold();
            _writing = true;
        }

        Refresh(evenAsWriter: true);
        RemoveDeadFiles();
        // The process before may have ended amid its merges.
        if (Options.BackgroundMerges)
        {
            StartMerges();
        }

        return new EmbeddedWriter(this);
    }

    /// <inheritdoc />
    public IIndexSnapshot OpenSnapshot()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Refresh();
        while (true)
        {
            IndexState state;
            lock (_gate)
            {
                if (_damage is not null)
                {
                    throw new IndexDamagedException(_damage.Damage);
                }

                state = _state;
            }

            if (state.TryHold())
            {
                return new Snapshot(state, Options);
            }
        }
    }

    /// <inheritdoc />
    public IndexVerification Verify(CancellationToken ct) => IndexVerifier.Verify(Folder, ct);

    /// <inheritdoc />
    public void Compact(CancellationToken ct)
    {
        _merging.Wait(ct);
        using var held = HoldWriteLock();
        var state = State;
        if (state.Views.Count > 1 || state.Views.Any(v => v.Deletes is { Count: > 0 }))
        {
            Merge(state.Views, ct);
        }
    }

    /// <summary>Waits for merges in the background.</summary>
    internal void WaitForMerges() => _merging.Wait();

    /// <inheritdoc />
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        try
        {
            if (!_merging.Wait(Options.MergeWaitAtClose))
            {
                _closing.Cancel();
                _merging.Wait();
            }
        }
        catch (AggregateException)
        {
            // A merge that was cut off or failed left its sources in place.
        }

        lock (_gate)
        {
            _state.Release();
            _state = IndexState.Empty;
            _lock?.Release();
        }

        _closing.Dispose();
    }

    internal static EmbeddedEngine Open(string directory, EmbeddedEngineOptions options, IFileLayer files)
    {
        options.Validate();
        Directory.CreateDirectory(directory);
        var engine = new EmbeddedEngine(Path.GetFullPath(directory), options, files);
        engine.Refresh();
        return engine;
    }

    /// <summary>A name for a new file, never used before in this directory.</summary>
    internal string NewSegmentName()
    {
        lock (_gate)
        {
            if (_nextFile == 0)
            {
                _nextFile = _state.Manifest.NextFile;
                foreach (var path in Directory.EnumerateFiles(Folder, "s*.seg"))
                {
                    if (long.TryParse(Path.GetFileNameWithoutExtension(path).AsSpan(1), NumberStyles.None,
                        CultureInfo.InvariantCulture, out var number))
                    {
                        _nextFile = Math.Max(_nextFile, number + 1);
                    }
                }
            }

            return string.Create(CultureInfo.InvariantCulture, $"s{_nextFile++:D6}.seg");
        }
    }

    private long _nextFile;

    /// <summary>Commits a writer's work: new segments, and deletes in the segments that are already there.</summary>
    internal void Commit(long revision, bool clear, IReadOnlyList<SegmentView> added, HashSet<string> ids, HashSet<string> groups)
    {
        lock (_commits)
        {
            IndexState before;
            lock (_gate)
            {
                if (_damage is not null && !clear)
                {
                    throw new IndexDamagedException(_damage.Damage);
                }

                before = _state;
            }

            var generation = before.Manifest.Generation + 1;
            var views = new List<SegmentView>();
            if (!clear)
            {
                foreach (var view in before.Views)
                {
                    views.Add(DeleteIn(view, ids, groups, generation));
                }
            }

            foreach (var view in added)
            {
                views.Add(WithDeletes(view.Segment, view.Deletes, generation));
            }

            Publish(before, [.. views.Where(v => v.Live > 0)], revision, generation);
        }

        if (Options.BackgroundMerges)
        {
            StartMerges();
        }
    }

    /// <summary>The writer is closed.</summary>
    internal void WriterClosed()
    {
        lock (_gate)
        {
            _writing = false;
            ReleaseLock();
        }
    }

    private static SegmentView Apply(SegmentView view, HashSet<string> ids, HashSet<string> groups)
    {
        DeleteSet? deletes = null;
        foreach (var id in ids)
        {
            var doc = view.Segment.FindId(id);
            var current = deletes ?? view.Deletes;
            if (doc >= 0 && (current is null || !current[doc]))
            {
                (deletes ??= Copy(view)).Add(doc);
            }
        }

        foreach (var group in groups)
        {
            var number = view.Segment.Groups.Find(group);
            if (number < 0)
            {
                continue;
            }

            foreach (var doc in view.Segment.DocsOfGroup(number))
            {
                (deletes ??= Copy(view)).Add(doc);
            }
        }

        return deletes is null ? view : new SegmentView(view.Segment, deletes, null);
    }

    private static DeleteSet Copy(SegmentView view) => view.Deletes?.Copy() ?? new DeleteSet(view.Segment.Docs);

    private SegmentView DeleteIn(SegmentView view, HashSet<string> ids, HashSet<string> groups, long generation)
    {
        var applied = Apply(view, ids, groups);
        return ReferenceEquals(applied, view) ? view : WithDeletes(view.Segment, applied.Deletes, generation);
    }

    private SegmentView WithDeletes(Segment segment, DeleteSet? deletes, long generation)
    {
        if (deletes is null || deletes.Count == 0)
        {
            return new SegmentView(segment, null, null);
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(segment.Name)}.{generation}.del");
        var path = Path.Combine(Folder, name);
        Files.Delete(path);
        deletes.Write(Files, path);
        return new SegmentView(segment, deletes, name);
    }

    // The order matters: files, their names, the manifest; only then does anyone see the new generation.
    private void Publish(IndexState before, IReadOnlyList<SegmentView> views, long revision, long generation)
    {
        var manifest = new Manifest
        {
            Generation = generation,
            Revision = revision,
            NextFile = Math.Max(_nextFile, before.Manifest.NextFile),
            Segments = [.. views.Select(v => v.ToManifest())],
        };
        Files.SyncDirectory(Folder);
        manifest.Write(Files, Folder);
        foreach (var view in views)
        {
            if (!view.Segment.TryHold())
            {
                throw new ObjectDisposedException(view.Segment.Name);
            }
        }

        IndexState current;
        lock (_gate)
        {
            // A reader may have loaded the new manifest already: what is let go is what is there now, not "before".
            current = _state;
            _state = new IndexState(manifest, views);
            _damage = null;
            _stamp = ManifestStamp.Of(Folder);
        }

        current.Release();
        RemoveDeadFiles();
    }

    // By name, not by object: a reader that loads a manifest opens files again. Names are never used twice.
    private static bool IsSame(SegmentView one, SegmentView other) =>
        string.Equals(one.Segment.Name, other.Segment.Name, StringComparison.Ordinal);

    // Another process may have committed: look at the manifest's stamp, cheap enough for every snapshot.
    private void Refresh(bool evenAsWriter = false)
    {
        var stamp = ManifestStamp.Of(Folder);
        lock (_gate)
        {
            // Whoever holds the write lock knows every commit.
            if (_lock is not null && _damage is null && !evenAsWriter)
            {
                return;
            }

            if (stamp == _stamp && _damage is null)
            {
                return;
            }

            if (stamp == _stamp && stamp.Length == 0)
            {
                return;
            }
        }

        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Load(stamp);
                return;
            }
            catch (IndexDamagedException e)
            {
                // The manifest may have been replaced, and its files removed, between two reads: read it again.
                var now = ManifestStamp.Of(Folder);
                if (now != stamp && attempt < 8)
                {
                    stamp = now;
                    continue;
                }

                lock (_gate)
                {
                    _damage = e;
                    _stamp = stamp;
                }

                return;
            }
        }
    }

    private void Load(ManifestStamp stamp)
    {
        var manifest = Manifest.Read(Folder);
        lock (_gate)
        {
            if (manifest is not null && manifest.Generation == _state.Manifest.Generation && _damage is null && _state.Views.Count > 0)
            {
                _stamp = stamp;
                return;
            }

            var loaded = manifest is null ? IndexState.Empty : IndexState.Open(Folder, manifest, _state);
            var before = _state;
            _state = loaded;
            _stamp = stamp;
            _damage = null;
            before.Release();
        }
    }

    private void RemoveDeadFiles()
    {
        lock (_gate)
        {
            if (_damage is not null || _lock is null)
            {
                return;
            }

            var live = new HashSet<string>(StringComparer.Ordinal);
            foreach (var view in _state.Views)
            {
                live.Add(view.Segment.Name);
                if (view.DeletesFile is not null)
                {
                    live.Add(view.DeletesFile);
                }
            }

            live.UnionWith(_building);
            foreach (var path in Directory.EnumerateFiles(Folder))
            {
                var name = Path.GetFileName(path);
                if ((name.EndsWith(".seg", StringComparison.Ordinal) || name.EndsWith(".del", StringComparison.Ordinal)) && !live.Contains(name))
                {
                    TryDelete(path);
                }
            }
        }
    }

    private readonly HashSet<string> _building = new(StringComparer.Ordinal);

    /// <summary>Keeps a file that no manifest names yet from being taken for a leftover.</summary>
    internal void Protect(string name)
    {
        lock (_gate)
        {
            _building.Add(name);
        }
    }

    /// <summary>Ends <see cref="Protect"/>.</summary>
    internal void Unprotect(string name)
    {
        lock (_gate)
        {
            _building.Remove(name);
        }
    }

    private void TryDelete(string path)
    {
        try
        {
            Files.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A reader on a system that locks open files; the next commit tries again.
        }
    }

    private WriteLockHold HoldWriteLock()
    {
        lock (_gate)
        {
            _lock ??= WriteLock.Take(Folder);
            _lock.Hold();
        }

        Refresh(evenAsWriter: true);
        return new WriteLockHold(this);
    }

    private void ReleaseLock()
    {
        if (_lock is not null && _lock.Release())
        {
            _lock = null;
        }
    }

    private readonly struct WriteLockHold(EmbeddedEngine engine) : IDisposable
    {
        public void Dispose()
        {
            lock (engine._gate)
            {
                engine.ReleaseLock();
            }
        }
    }
}
