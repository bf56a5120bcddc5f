using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Search.Engine.Embedded;

/// <summary>Spreads passages over threads, each of which builds its own segments. Small batches stay on the caller's thread.</summary>
internal sealed class IndexingQueue(EmbeddedEngine engine)
{
    private const int BatchSize = 64;
    private const int SmallCommit = 256;
    private const int QueuedBatches = 16;

    private readonly ConcurrentQueue<string> _written = new();
    private List<IndexEntry> _batch = [];
    private BlockingCollection<List<IndexEntry>>? _queue;
    private Task[] _workers = [];
    private ExceptionDispatchInfo? _failure;

    public void Add(IndexEntry entry)
    {
        _batch.Add(entry);
        if (_queue is null)
        {
            if (_batch.Count < SmallCommit || engine.Options.IndexingThreads == 1 && _batch.Count < BatchSize)
            {
                return;
            }

            Start();
        }

        if (_batch.Count >= BatchSize)
        {
            Send();
        }
    }

    /// <summary>Finishes all passages and returns the names of the segments written since the last call.</summary>
    public List<string> Drain()
    {
        if (_queue is null)
        {
            if (_batch.Count > 0)
            {
                Work([_batch]);
            }
        }
        else
        {
            if (_batch.Count > 0)
            {
                Send();
            }

            Stop();
        }

        _batch = [];
        var failure = _failure;
        _failure = null;
        failure?.Throw();
        var names = new List<string>();
        while (_written.TryDequeue(out var name))
        {
            names.Add(name);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>Drops everything.</summary>
    public void Abandon()
    {
        _failure ??= ExceptionDispatchInfo.Capture(new OperationCanceledException());
        Stop();
        _batch = [];
        while (_written.TryDequeue(out var name))
        {
            engine.Unprotect(name);
            engine.Files.Delete(Path.Combine(engine.Folder, name));
        }
    }

    private void Start()
    {
        _queue = new BlockingCollection<List<IndexEntry>>(QueuedBatches);
        var queue = _queue;
        _workers = new Task[engine.Options.IndexingThreads];
        for (var i = 0; i < _workers.Length; i++)
        {
            _workers[i] = Task.Factory.StartNew(() => Work(queue.GetConsumingEnumerable()), CancellationToken.None,
                TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    private void Stop()
    {
        if (_queue is null)
        {
            return;
        }

        _queue.CompleteAdding();
        Task.WaitAll(_workers);
        _queue.Dispose();
        _queue = null;
        _workers = [];
    }

    private void Send()
    {
        _queue!.Add(_batch);
        _batch = new List<IndexEntry>(BatchSize);
    }

    private void Work(IEnumerable<List<IndexEntry>> batches)
    {
        var builder = new SegmentBuilder();
        foreach (var batch in batches)
        {
            // After a failure the queue is still emptied, so that the caller never waits for room.
            if (_failure is not null)
            {
                continue;
            }

            Guard(() =>
            {
                foreach (var entry in batch)
                {
                    builder.Add(entry);
                }

                if (builder.Weight < engine.Options.PostingsInMemory)
                {
                    return;
                }

                Write(builder);
                builder.Clear();
            });
        }

        if (_failure is null && builder.Count > 0)
        {
            Guard(() => Write(builder));
        }
    }

    private void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e)
        {
            // Rethrown on the caller's thread by Drain.
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
        }
    }

    private void Write(SegmentBuilder builder)
    {
        var name = engine.NewSegmentName();
        engine.Protect(name);
        var path = Path.Combine(engine.Folder, name);
        try
        {
            builder.Write(engine.Files, path);
        }
        catch
        {
            engine.Unprotect(name);
            engine.Files.Delete(path);
            throw;
        }

        _written.Enqueue(name);
    }
}
