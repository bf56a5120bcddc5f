namespace Search.Ingestion;

/// <summary>
/// Runs work that blocks (files, pipes, child processes, the index) on threads of its own, kept for a while for the next
/// such work. On the shared pool a few such waits take all the threads, and what they wait for, the feeding of a pipe
/// for one, finds none: the pool adds threads only one by one, every half second.
/// </summary>
internal static class DedicatedThreadScheduler
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);
    private static readonly object Gate = new();
    private static readonly Queue<Action> Waiting = new();
    private static int _idle;

    /// <summary>Begins work at once, however much else is running.</summary>
    public static Task Run(Action work) => Run(() =>
    {
        work();
        return true;
    });

    /// <inheritdoc cref="Run(Action)"/>
    public static Task<T> Run<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Begin(() =>
        {
            try
            {
                result.SetResult(work());
            }
            catch (OperationCanceledException stop)
            {
                result.SetCanceled(stop.CancellationToken);
            }
            catch (Exception error)
            {
                result.SetException(error);
            }
        });
        return result.Task;
    }

    private static void Begin(Action work)
    {
        lock (Gate)
        {
            Waiting.Enqueue(work);
            if (_idle >= Waiting.Count)
            {
                Monitor.Pulse(Gate);
                return;
            }
        }

        new Thread(Work) { IsBackground = true, Name = "ingestion" }.Start();
    }

    private static void Work()
    {
        while (Next() is { } work)
        {
            work();
        }
    }

    /// <summary>Null when there has been nothing to do for a while.</summary>
    private static Action? Next()
    {
        lock (Gate)
        {
            while (Waiting.Count == 0)
            {
                _idle++;
                var isCalled = Monitor.Wait(Gate, KeptFor);
                _idle--;
                if (!isCalled && Waiting.Count == 0)
                {
                    return null;
                }
            }

            return Waiting.Dequeue();
        }
    }
}
