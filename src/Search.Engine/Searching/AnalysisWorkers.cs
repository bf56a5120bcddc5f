using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Search.Engine;

/// <summary>
/// Spreads passages over threads that analyze them and put them into a storage. Small batches stay on the caller's
/// thread. Called from one thread.
/// </summary>
/// <param name="storage">Takes what was analyzed.</param>
/// <param name="threads">Threads at most.</param>
internal sealed class AnalysisWorkers(IStorageWriter storage, int threads)
{
    private const int BatchSize = 64;
    private const int SmallCommit = 256;
    private const int QueuedBatches = 16;

    private readonly PassageAnalyzer _own = new();
    private List<(IndexEntry Entry, bool Replace)> _batch = [];
    private BlockingCollection<List<(IndexEntry Entry, bool Replace)>>? _queue;
    private Task[] _workers = [];
    private ExceptionDispatchInfo? _failure;

    /// <summary>Takes a passage.</summary>
    public void Add(IndexEntry entry, bool replace)
    {
        _batch.Add((entry, replace));
        if (threads == 1)
        {
            if (_batch.Count >= BatchSize)
            {
                Drain();
            }

            return;
        }

        if (_queue is null)
        {
            if (_batch.Count < SmallCommit)
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

    /// <summary>Returns when the storage has every passage that was added.</summary>
    /// <exception cref="IOException">A write failed.</exception>
    public void Drain()
    {
        if (_queue is null)
        {
            Put(_own, _batch);
            _batch.Clear();
            return;
        }

        if (_batch.Count > 0)
        {
            Send();
        }

        Stop();
        _batch = [];
        var failure = _failure;
        _failure = null;
        failure?.Throw();
    }

    /// <summary>Drops what the storage does not have yet.</summary>
    public void Abandon()
    {
        _failure ??= ExceptionDispatchInfo.Capture(new OperationCanceledException());
        Stop();
        _batch = [];
    }

    private void Start()
    {
        _queue = new BlockingCollection<List<(IndexEntry Entry, bool Replace)>>(QueuedBatches);
        var queue = _queue;
        _workers = new Task[threads];
        for (var i = 0; i < _workers.Length; i++)
        {
            var analyzer = i == 0 ? _own : new PassageAnalyzer();
            _workers[i] = Task.Factory.StartNew(() => Work(queue, analyzer), CancellationToken.None,
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
        _batch = new List<(IndexEntry Entry, bool Replace)>(BatchSize);
    }

    private void Work(BlockingCollection<List<(IndexEntry Entry, bool Replace)>> queue, PassageAnalyzer analyzer)
    {
        foreach (var batch in queue.GetConsumingEnumerable())
        {
            // After a failure the queue is still emptied, so that the caller never waits for room.
            if (Volatile.Read(ref _failure) is not null)
            {
                continue;
            }

            try
            {
                Put(analyzer, batch);
            }
            catch (Exception e)
            {
                // Rethrown on the caller's thread by Drain.
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
            }
        }
    }

    private void Put(PassageAnalyzer analyzer, List<(IndexEntry Entry, bool Replace)> batch)
    {
        foreach (var (entry, replace) in batch)
        {
            storage.Put(analyzer.Analyze(entry), replace);
        }
    }
}
