using System.Collections.Concurrent;
using System.Globalization;
using Search.Application.Contracts;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Ingestion;

namespace Search.Engine.Campaign;

/// <summary>
/// Readers that open the data folder, ask and close it, next to a process that takes files in and rebuilds the index again
/// and again: none of them reports damage, writes, or takes anything away.
/// </summary>
public static class ReaderCampaign
{
    private const int Readers = 3;
    private const int Documents = 12;

    /// <summary>Runs it.</summary>
    /// <param name="rounds">Files taken in; every fourth one is followed by a rebuild.</param>
    public static async Task<Outcome> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("campaign-readers-").FullName;
        try
        {
            return await RunAsync(folder, rounds).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Outcome> RunAsync(string folder, int rounds)
    {
        var sources = Directory.CreateDirectory(Path.Combine(folder, "sources")).FullName;
        var options = new KnowledgeOptions { DataDirectory = Path.Combine(folder, "data") };
        using var host = KnowledgeBase.Open(options);
        for (var i = 0; i < Documents; i++)
        {
            Write(sources, i);
        }

        await host.IngestAsync([sources]).ConfigureAwait(false);
        var failures = new ConcurrentQueue<string>();
        long asked = 0, rebuilt = 0;
        using var end = new CancellationTokenSource();
        var reading = Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(
            () =>
            {
                while (!end.IsCancellationRequested)
                {
                    if (Ask(options.DataDirectory) is { } problem)
                    {
                        failures.Enqueue(problem);
                    }

                    Interlocked.Increment(ref asked);
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        for (var round = 0; round < rounds; round++)
        {
            Write(sources, Documents + round);
            await host.IngestAsync([sources]).ConfigureAwait(false);
            if (round % 4 == 3)
            {
                // As a command next to the host does.
                using var other = Search.Ingestion.FulltextIndex.Open(Path.Combine(options.DataDirectory, "fulltext"), host.Catalogue);
                host.Rebuild();
                rebuilt++;
                using var snapshot = other.OpenSnapshot();
                if (snapshot.Statistics.Groups < Documents)
                {
                    failures.Enqueue($"{snapshot.Statistics.Groups} documents after a rebuild");
                }
            }
        }

        await end.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(reading).ConfigureAwait(false);
        if (!host.Verify().IsSound)
        {
            failures.Enqueue("not sound in the end");
        }

        return new Outcome(
            "readers beside a writer",
            string.Create(CultureInfo.InvariantCulture, $"{asked} openings by {Readers} readers, {rounds} files, {rebuilt} rebuilds, {failures.Count} alarms or losses"),
            [.. failures]);
    }

    private static string? Ask(string data)
    {
        using var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = data, Writes = false });
        if (system.Report is { Rebuilt: true } or { Index.IsUsable: false })
        {
            return $"opened with {system.Report}";
        }

        var collection = new CollectionReader(system, TimeProvider.System);
        using var metrics = new SearchMetrics(collection, TimeProvider.System);
        var answer = new SearchService(collection, metrics, TimeProvider.System)
            .Search(new SearchQuery { Q = "rong biển", Verbatim = true, Limit = 50 }, CancellationToken.None);
        collection.Close();
        return answer.Total.Value < Documents ? $"{answer.Total.Value} documents found of {Documents} or more" : null;
    }

    private static void Write(string sources, int number) =>
        PlanPaper.Write(sources, number, 100 + number, string.Create(CultureInfo.InvariantCulture, $"nuôi trồng rong biển ở vùng {number}"));
}
