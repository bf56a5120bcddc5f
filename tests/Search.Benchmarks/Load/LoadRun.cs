using System.Diagnostics;

namespace Search.Benchmarks.Load;

/// <summary>A closed loop: so many clients, each sending its next request when it has the answer to the last one.</summary>
internal static class LoadRun
{
    /// <summary>Sends each request at most once, in order, until they or the time run out.</summary>
    public static LoadResult Measure(string name, HostProcess host, IReadOnlyList<byte[]> requests, int clients, double seconds, bool repeats, int expected = 200)
    {
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        var deadline = started + (long)(seconds * Stopwatch.Frequency);
        var times = new List<double>[clients];
        var bytes = new long[clients];
        var wrong = 0;
        var processor = host.ProcessorSeconds;
        var threads = Enumerable.Range(0, clients).Select(n => new Thread(() =>
        {
            using var client = new LoadClient(host.Port);
            var mine = times[n] = new List<double>(1 << 16);
            while (true)
            {
                var at = Interlocked.Increment(ref next);
                if (at >= requests.Count && !repeats)
                {
                    return;
                }

                var sent = Stopwatch.GetTimestamp();
                if (sent >= deadline)
                {
                    return;
                }

                if (client.Get(requests[at % requests.Count]) != expected)
                {
                    Interlocked.Increment(ref wrong);
                }

                mine.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                bytes[n] += client.BodyBytes;
            }
        }) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        double[] all = [.. times.SelectMany(mine => mine).Order()];
        return new LoadResult(name, all, elapsed, bytes.Sum(), host.ProcessorSeconds - processor, wrong);
    }
}
