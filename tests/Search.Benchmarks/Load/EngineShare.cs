using System.Diagnostics;
using System.Globalization;
using Search.Engine;
using Search.Ingestion;

namespace Search.Benchmarks.Load;

/// <summary>What the engine alone takes of a search, on one thread of this process: the rest is the host's.</summary>
internal static class EngineShare
{
    public static void Print(string data, IReadOnlyList<string> queries)
    {
        using var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = data });
        // One segment is what a settled collection has.
        (system.Engine as IMaintainable)?.Compact(CancellationToken.None);
        using var snapshot = system.Engine.OpenSnapshot();
        foreach (var (limit, passages) in ((int, int)[])[(20, 3), (20, 3), (20, 1), (10, 1)])
        {
            var times = new List<double>();
            var watch = Stopwatch.StartNew();
            foreach (var query in queries)
            {
                if (watch.Elapsed.TotalSeconds > 5)
                {
                    break;
                }

                var started = Stopwatch.GetTimestamp();
                snapshot.Search(QueryParser.Parse(query).ToRequest() with { Limit = limit, PassagesPerGroup = passages }, CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            times.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"engine alone, one thread, {limit} documents with {passages} passages: {times.Count} searches, mean {times.Average():0.000} ms, p50 {times[times.Count / 2]:0.000} ms, p99 {times[times.Count * 99 / 100]:0.000} ms"));
        }
    }
}
