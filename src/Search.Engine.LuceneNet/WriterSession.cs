using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>
/// The write lock with Lucene's writer on the newest sound generation folder, or on the next one after
/// <see cref="Clear"/>. What is not committed is gone when it closes.
/// </summary>
internal sealed class WriterSession
{
    private readonly string _root;
    private readonly LuceneNetOptions _options;
    private readonly CommitReader _commits;
    private readonly LuceneStorage _storage;
    private readonly WriteLock _lock;
    private readonly Lock _opening = new();
    private IndexFolder? _folder;
    private IndexDamagedException? _damage;
    private IndexWriter? _writer;
    private MergeThreads? _merges;
    private long _revision = -1;

    private WriterSession(string root, LuceneNetOptions options, CommitReader commits, LuceneStorage storage)
    {
        _root = root;
        _options = options;
        _commits = commits;
        _storage = storage;
        _lock = WriteLock.Take(root);
    }

    /// <summary>Whether merges run or wait to.</summary>
    public bool IsMerging => _writer is { IsClosed: false } writer && (_merges!.IsRunning || writer.HasPendingMerges());

    /// <summary>Whether the index holds no passage.</summary>
    public bool IsEmpty => _damage is not null || _folder is null || Writer.MaxDoc == 0;

    /// <summary>Lucene's writer.</summary>
    /// <exception cref="IndexDamagedException">The index is damaged and was not cleared.</exception>
    public IndexWriter Writer
    {
        get
        {
            // Several threads put passages.
            lock (_opening)
            {
                if (_writer is not null)
                {
                    return _writer;
                }

                if (_damage is not null)
                {
                    throw new IndexDamagedException(_damage.Damage);
                }

                return _writer = OpenIndexWriter(_folder ??= IndexFolder.Create(_root, NextNumber()));
            }
        }
    }

    /// <summary>Takes the write lock and finds the folder to write.</summary>
    /// <exception cref="IndexBusyException">Another writer is open.</exception>
    public static WriterSession Open(string root, LuceneNetOptions options, CommitReader commits, LuceneStorage storage)
    {
        var session = new WriterSession(root, options, commits, storage);
        try
        {
            using var newest = (LuceneGeneration)storage.Open();
            session._folder = newest.Folder;
            session._revision = newest.Revision;
        }
        catch (IndexDamagedException e)
        {
            session._damage = e;
        }
        catch
        {
            session._lock.Dispose();
            throw;
        }

        return session;
    }

    /// <summary>Begins an empty folder beside the one that serves.</summary>
    public void Clear()
    {
        DropWriter();
        _damage = null;
        _folder = IndexFolder.Create(_root, NextNumber());
    }

    /// <summary>Commits.</summary>
    /// <param name="revision">The store's revision.</param>
    public void Commit(long revision)
    {
        var writer = Writer;
        writer.SetCommitData(IndexFormat.CommitData(revision));
        writer.Commit();
        _revision = revision;
        _storage.Refresh();
        RemoveDeadFolders();
    }

    /// <summary>Does work that rewrites segments, and commits it under the revision that is there.</summary>
    public void Rewrite(Action<IndexWriter> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var writer = Writer;
        using (ct.Register(Abort))
        {
            try
            {
                work(writer);
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                throw new OperationCanceledException(ct);
            }
        }

        ct.ThrowIfCancellationRequested();
        Commit(_revision);
    }

    /// <summary>Waits for merges and makes their results visible.</summary>
    public void WaitForMerges()
    {
        try
        {
            if (_writer is { IsClosed: false } writer)
            {
                writer.WaitForMerges();
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or IOException or ThreadInterruptedException)
        {
            // Cut off: their sources are untouched.
        }
    }

    /// <summary>Cuts off running merges and drops what is not committed.</summary>
    public void Abort() => _writer?.Rollback();

    /// <summary>
    /// Commits finished merges, drops everything else, and gives up the lock. Never throws for a full or failing disk:
    /// the last commit stands.
    /// </summary>
    /// <param name="keepMerges">Whether what was merged since the last commit is committed; false drops it.</param>
    public void Close(bool keepMerges = true)
    {
        try
        {
            if (keepMerges && _writer is { IsClosed: false } writer && writer.HasUncommittedChanges())
            {
                writer.Commit();
                _storage.Refresh();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException or UnauthorizedAccessException)
        {
            // The merge is lost, not the index.
        }
        finally
        {
            try
            {
                DropWriter();
                RemoveDeadFolders();
            }
            finally
            {
                // Whatever failed: a lock that is not given up makes every later writer of this process wait in vain.
                _lock.Dispose();
            }
        }
    }

    private void DropWriter()
    {
        var writer = _writer;
        _writer = null;
        try
        {
            if (writer is { IsClosed: false })
            {
                // Lucene's own Dispose would commit.
                writer.Rollback();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException or UnauthorizedAccessException)
        {
            // What it could not delete, the next writer does.
        }
    }

    private IndexWriter OpenIndexWriter(IndexFolder folder)
    {
        _merges = new MergeThreads();
        _merges.SetMaxMergesAndThreads(4, 1);
        return new IndexWriter(_commits.DirectoryOf(folder), new IndexWriterConfig(IndexFormat.Lucene, new KeywordAnalyzer())
        {
            OpenMode = OpenMode.CREATE_OR_APPEND,
            RAMBufferSizeMB = _options.WriteBufferMegabytes,
            // A flushed segment is one file to flush to disk instead of ten; of merged ones only the small stay so.
            UseCompoundFile = true,
            WriteLockTimeout = 0,
            MergeScheduler = _merges,
            MergePolicy = new MergeTiers(_options.BackgroundMerges)
            {
                SegmentsPerTier = _options.SegmentsPerTier,
                MaxMergeAtOnce = _options.SegmentsPerTier,
                ForceMergeDeletesPctAllowed = 0,
                FloorSegmentMB = 1,
            },
        });
    }

    private int NextNumber() => IndexFolder.List(_root).Select(folder => folder.Number).DefaultIfEmpty().Max() + 1;

    // Folders that the one in use has replaced, those of rebuilds that never ended, and files of an earlier version.
    private void RemoveDeadFolders()
    {
        if (_folder is not { HasCommit: true } used)
        {
            return;
        }

        try
        {
            foreach (var folder in IndexFolder.List(_root))
            {
                if (folder.Number != used.Number)
                {
                    folder.TryDelete();
                }
            }

            foreach (var file in _commits.OldFiles().ToList())
            {
                File.Delete(file);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // They are in nobody's way; the next commit tries again.
        }
    }
}
