namespace Search.Ingestion.Reading;

/// <summary>
/// The processes that parse, for all of this process. Starting one costs more than reading many an ordinary file, so one
/// that has answered is kept for a while for the next file. There are as many as files being read at the same time.
/// </summary>
internal static class ReaderPool
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    /// <summary>A larger file has a process to itself, so that the memory goes back at once.</summary>
    private const int LargeFile = 1 << 20;

    private static readonly Lock Gate = new();
    private static readonly List<ReaderProcess> Living = [];
    private static readonly List<(ReaderProcess Process, Timer Expiry)> Idle = [];

    /// <summary>The processes that live, idle or at work, by their numbers in the system.</summary>
    /// <param name="memory">Only those that may use so much.</param>
    public static IReadOnlyList<int> Running(long memory)
    {
        lock (Gate)
        {
            return [.. Living.Where(process => process.Memory == memory).Select(process => process.Id)];
        }
    }

    /// <summary>Has a file read by a process that may use so much memory and time.</summary>
    /// <inheritdoc cref="ReaderProcess.Ask"/>
    public static ReaderEnd Ask(
        ReaderProgram program, long memory, ReadRequest request, string name, string? sent, TimeSpan time, out ReadAnswer? answer)
    {
        if (request.Content.Length <= LargeFile && Take(program, memory) is { } kept)
        {
            var end = AskOnce(kept, request, name, sent, time, out answer);

            // What a process has been through must not decide on a file: only one that begins with it does.
            if (end is ReaderEnd.Answered or ReaderEnd.Late)
            {
                return end;
            }
        }

        return AskOnce(Start(program, memory), request, name, sent, time, out answer);
    }

    private static ReaderEnd AskOnce(
        ReaderProcess process, ReadRequest request, string name, string? sent, TimeSpan time, out ReadAnswer? answer)
    {
        var isKept = false;
        try
        {
            var end = process.Ask(request, name, sent, time, out answer);
            isKept = end == ReaderEnd.Answered && request.Content.Length <= LargeFile;
            return end;
        }
        finally
        {
            if (isKept)
            {
                Keep(process);
            }
            else
            {
                End(process);
            }
        }
    }

    private static ReaderProcess? Take(ReaderProgram program, long memory)
    {
        lock (Gate)
        {
            var at = Idle.FindLastIndex(idle => idle.Process.Memory == memory && idle.Process.Program == program);
            if (at < 0)
            {
                return null;
            }

            var (process, expiry) = Idle[at];
            Idle.RemoveAt(at);
            expiry.Dispose();
            return process;
        }
    }

    private static void Keep(ReaderProcess process)
    {
        lock (Gate)
        {
            Idle.Add((process, new Timer(_ => Expire(process), null, KeptFor, Timeout.InfiniteTimeSpan)));
        }
    }

    private static void Expire(ReaderProcess process)
    {
        lock (Gate)
        {
            var at = Idle.FindIndex(idle => ReferenceEquals(idle.Process, process));
            if (at < 0)
            {
                return; // It was taken for another file at this very moment.
            }

            Idle[at].Expiry.Dispose();
            Idle.RemoveAt(at);
        }

        try
        {
            End(process);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // On a timer nobody catches it: without descriptors even /proc cannot be asked. Its input is closed, so it ends.
        }
    }

    private static ReaderProcess Start(ReaderProgram program, long memory)
    {
        var process = ReaderProcess.Start(program, memory);
        lock (Gate)
        {
            Living.Add(process);
        }

        return process;
    }

    private static void End(ReaderProcess process)
    {
        try
        {
            process.Dispose();
        }
        finally
        {
            lock (Gate)
            {
                Living.Remove(process);
            }
        }
    }
}
