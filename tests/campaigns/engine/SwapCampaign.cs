using System.Collections.Concurrent;
using System.Globalization;
using Search.Application.Contracts;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Ingestion;

namespace Search.Engine.Campaign;

/// <summary>
/// Readers ask without a pause while documents change to and fro between two versions, each with a word of its own. Hits,
/// titles, snippets, counts and facets of an answer must be of one version.
/// </summary>
public static class SwapCampaign
{
    private const int Documents = 3;

    private static readonly string[] Words = ["alphamixa", "betamixb"];

    /// <summary>Runs it.</summary>
    /// <param name="swaps">How often the documents change.</param>
    /// <param name="readers">Threads that ask.</param>
    public static async Task<Outcome> RunAsync(int swaps, int readers)
    {
        var folder = Directory.CreateTempSubdirectory("campaign-swaps-").FullName;
        try
        {
            return await RunAsync(folder, swaps, readers).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Outcome> RunAsync(string folder, int swaps, int readers)
    {
        var sources = Directory.CreateDirectory(Path.Combine(folder, "sources")).FullName;
        using var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Path.Combine(folder, "data") });
        var collection = new CollectionReader(system, TimeProvider.System);
        using var metrics = new SearchMetrics(collection, TimeProvider.System);
        var search = new SearchService(collection, metrics, TimeProvider.System);
        Write(sources, 0);
        await system.IngestAsync([sources]).ConfigureAwait(false);
        var failures = new ConcurrentQueue<string>();
        long answers = 0, found = 0;
        using var end = new CancellationTokenSource();
        var reading = Enumerable.Range(0, readers).Select(reader => Task.Factory.StartNew(
            () =>
            {
                for (var i = reader; !end.IsCancellationRequested; i++)
                {
                    var answer = search.Search(
                        new SearchQuery { Q = Words[i % 2], Verbatim = true, Facets = true, Limit = 10 }, CancellationToken.None);
                    Interlocked.Increment(ref answers);
                    Interlocked.Add(ref found, answer.Hits.Count > 0 ? 1 : 0);
                    if (Problem(answer, Words[i % 2], Words[(i + 1) % 2]) is { } problem)
                    {
                        failures.Enqueue(problem);
                    }
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        for (var swap = 1; swap <= swaps; swap++)
        {
            Write(sources, swap);
            await system.IngestAsync([sources]).ConfigureAwait(false);

            // Whoever is told that his change is done finds it.
            var answer = search.Search(new SearchQuery { Q = Words[swap % 2], Verbatim = true }, CancellationToken.None);
            if (answer.Total.Value != Documents)
            {
                failures.Enqueue($"swap {swap}: {answer.Total.Value} of {Documents} documents are found after the change was acknowledged");
            }
        }

        await end.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(reading).ConfigureAwait(false);
        collection.Close();
        return new Outcome(
            "one generation an answer",
            string.Create(CultureInfo.InvariantCulture, $"{swaps} swaps, {readers} readers, {answers} answers ({found} with hits), {failures.Count} mixed"),
            [.. failures]);
    }

    private static string? Problem(SearchAnswer answer, string asked, string other)
    {
        if (answer.Total.Value is not (0 or Documents) || answer.Hits.Count != answer.Total.Value)
        {
            return $"{asked}: total {answer.Total.Value}, {answer.Hits.Count} hits";
        }

        foreach (var facet in answer.Facets.GetValueOrDefault("type", []))
        {
            if (facet.Count != answer.Total.Value)
            {
                return $"{asked}: total {answer.Total.Value}, facet {facet.Count}";
            }
        }

        foreach (var hit in answer.Hits)
        {
            var shown = string.Join('\n', hit.Passages.Select(passage => passage.Snippet.Text).Append(hit.Document.Title));
            if (!shown.Contains(asked, StringComparison.OrdinalIgnoreCase) || shown.Contains(other, StringComparison.OrdinalIgnoreCase)
                || hit.Passages.Count == 0)
            {
                return $"{asked}: {shown}";
            }
        }

        return null;
    }

    private static void Write(string sources, int swap)
    {
        var word = Words[swap % 2];
        var subject = string.Create(CultureInfo.InvariantCulture, $"{word} trong lần {swap}");
        for (var i = 0; i < Documents; i++)
        {
            PlanPaper.Write(sources, i, 90 + i, subject, " " + word);
        }
    }
}
