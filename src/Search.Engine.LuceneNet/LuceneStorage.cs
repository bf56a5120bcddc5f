using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>
/// An index on Lucene.Net. The folder holds generation folders, each a Lucene index; the newest sound one serves.
/// Readers see commits only, so that what they see is what survives a crash.
/// </summary>
internal sealed class LuceneStorage : IIndexStorage
{
    private const int CopyAttempts = 8;

    private readonly string _root;
    private readonly LuceneNetOptions _options;
    private readonly CommitReader _commits;
    private readonly Lock _reading = new();
    private readonly Lock _writing = new();
    private LuceneGeneration? _current;
    private WriterSession? _session;
    private Task _settling = Task.CompletedTask;
    private bool _lent;
    private bool _disposed;

    public LuceneStorage(string root, LuceneNetOptions options)
    {
        _root = root;
        _options = options;
        _commits = new CommitReader(root, options);
    }

    public string Name => "lucene-net";

    /// <summary>The folder of the generation that serves; null where there is none.</summary>
    internal string? Folder
    {
        get
        {
            using var generation = (LuceneGeneration)Open();
            return generation.Folder?.Path;
        }
    }

    public IIndexGeneration Open()
    {
        lock (_reading)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_current is { } current && _commits.IsNewest(current) && current.TryHold())
            {
                return current;
            }

            var next = _commits.OpenNewest(_current) ?? _commits.Empty();
            next.TryHold();
            _current?.Dispose();
            return _current = next;
        }
    }

    public IStorageWriter OpenWriter()
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_lent)
            {
                throw new IndexBusyException();
            }

            _session ??= WriterSession.Open(_root, _options, _commits, this);
            _lent = true;
            return new LuceneWriter(_session, Returned);
        }
    }

    public IndexVerification Verify(CancellationToken ct) => IndexVerifier.Verify(_root, _commits, ct);

    public void Compact(CancellationToken ct) => Rewrite(writer => writer.ForceMerge(1), ct);

    public void Purge(CancellationToken ct) => Rewrite(writer => writer.ForceMergeDeletes(), ct);

    public long CopyTo(string folder, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var generation = (LuceneGeneration)Open();
            if (generation.Folder is not { } from)
            {
                return -1;
            }

            var to = IndexFolder.At(folder, from.Number);
            try
            {
                to.Receive(_commits.FilesOf(generation), from, ct);
                return generation.Revision;
            }
            catch (FileNotFoundException) when (attempt < CopyAttempts)
            {
                // The writer removed what its next commit does not need; that one is copied.
                Directory.Delete(to.Path, recursive: true);
            }
        }
    }

    public void Dispose()
    {
        lock (_writing)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
        }

        if (!Task.WaitAny([_settling], _options.MergeWaitAtClose).Equals(0))
        {
            _session?.Abort();
            _settling.Wait();
        }

        lock (_writing)
        {
            _session?.Close(keepMerges: !_lent);
            _session = null;
        }

        lock (_reading)
        {
            _current?.Dispose();
            _current = null;
        }

        _commits.Dispose();
    }

    /// <summary>Waits for merges in the background.</summary>
    internal void WaitForMerges() => _settling.Wait();

    /// <summary>Lets go of a generation that another one has replaced, so that its files can go.</summary>
    internal void Refresh()
    {
        try
        {
            Open().Dispose();
        }
        catch (Exception e) when (e is IndexDamagedException or ObjectDisposedException or IOException)
        {
            // Whoever opens next is told.
        }
    }

    private void Rewrite(Action<IndexWriter> work, CancellationToken ct)
    {
        _settling.Wait(ct);
        var writer = (LuceneWriter)OpenWriter();
        try
        {
            writer.Rewrite(work, ct);
        }
        finally
        {
            writer.Dispose();
        }

        Refresh();
    }

    // The writer is closed. Merges may go on: the session stays until they are done and committed, unless the next
    // writer takes it over.
    private void Returned(bool isClean)
    {
        lock (_writing)
        {
            _lent = false;
            var session = _session!;
            if (!isClean || !session.IsMerging)
            {
                // A session whose closing fails is not taken over by the next writer.
                _session = null;
                session.Close(keepMerges: isClean);
                return;
            }

            _settling = Task.Run(() => Settle(session));
        }
    }

    private void Settle(WriterSession session)
    {
        try
        {
            session.WaitForMerges();
        }
        finally
        {
            lock (_writing)
            {
                if (!_lent && ReferenceEquals(_session, session))
                {
                    _session = null;
                    session.Close();
                }
            }
        }
    }
}
