using System.Diagnostics;
using System.Globalization;
using Search.Engine;
using Search.Engine.Embedded;
using Search.Testing;

namespace Search.Benchmarks;

/// <summary>
/// The full corpus and its questions through this engine and SQLite FTS5 in one process.
/// <c>engine [--small] [--quick] [--questions N] [--fts N] [--keep DIR]</c>; FTS5 is asked every N-th question (default 12), 0 leaves it out.
/// </summary>
internal static class EngineBenchmark
{
    public static int Run(string[] args)
    {
        var small = args.Contains("--small", StringComparer.Ordinal);
        var every = int.Parse(Option(args, "--fts") ?? "12", CultureInfo.InvariantCulture);
        var keep = Option(args, "--keep");
        var take = int.Parse(Option(args, "--questions") ?? "100000", CultureInfo.InvariantCulture);
        var corpus = SharedData.PathOf("data", "retrieval", small ? "corpus-small.jsonl.gz" : "corpus.jsonl.gz");
        var questions = EvaluationFiles.ReadQuestions(
            SharedData.PathOf("data", "retrieval", small ? "queries-small.jsonl" : "queries-dev.jsonl")).Take(take).ToList();
        var directory = keep ?? Path.Combine(Path.GetTempPath(), "engine-benchmark-" + Guid.NewGuid().ToString("N"));
        try
        {
            var ours = RunEmbedded(directory, corpus, questions, args.Contains("--quick", StringComparer.Ordinal));
            if (every > 0) EngineFtsBenchmark.Compare(directory + "-fts", corpus, questions.Where((_, i) => i % every == 0).ToList(), ours);
        }
        finally
        {
            if (keep is null && Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
        }

        return 0;
    }

    private static EvaluationResult RunEmbedded(string directory, string corpus, IReadOnlyList<EvaluationQuestion> questions, bool plainOnly)
    {
        var indexed = (Documents: 0, TextBytes: 0L, Seconds: 0.0);
        if (!File.Exists(Path.Combine(directory, "manifest")))
        {
            using var engine = EmbeddedEngine.Open(directory);
            indexed = EvaluationRunner.Index(engine, corpus, CancellationToken.None);
            Line($"indexed {indexed.Documents} articles, {indexed.TextBytes / 1e6:F1} MB of text in {indexed.Seconds:F1} s = "
                + $"{indexed.TextBytes / 1e6 / indexed.Seconds:F1} MB/s, peak memory {Peak() / 1e6:F0} MB");
        }

        using var reopened = Open(directory);
        EvaluationRunner.Measure(reopened, [.. questions.Take(200)], new EvaluationOptions(), CancellationToken.None);
        var result = EvaluationRunner.Measure(reopened, questions, new EvaluationOptions(), CancellationToken.None);
        Line($"as typed        nDCG@10 {result.NdcgAt10:F4}  MRR@10 {result.MrrAt10:F4}  R@10 {result.RecallAt10:F4}  R@100 {result.RecallAt100:F4}");
        Line($"top 10, one thread, warm: p50 {result.LatencyP50Ms:F3} ms  p99 {result.LatencyP99Ms:F3} ms");
        Line($"processor time of a top-10 search: mean {ProcessorTime(reopened, questions):F3} ms");
        if (plainOnly) return result;
        var folded = EvaluationRunner.Measure(reopened, questions, new EvaluationOptions { FoldQueries = true }, CancellationToken.None);
        Line($"index {result.IndexBytes / 1e6:F1} MB" + (indexed.TextBytes > 0 ? $" = {100.0 * result.IndexBytes / indexed.TextBytes:F0} % of the text" : ""));
        Line($"without accents nDCG@10 {folded.NdcgAt10:F4}  R@100 {folded.RecallAt100:F4}  p50 {folded.LatencyP50Ms:F2} ms  p99 {folded.LatencyP99Ms:F2} ms");
        Threads(reopened, questions);
        using var process = Process.GetCurrentProcess();
        Line($"resident {process.WorkingSet64 / 1e6:F0} MB");
        return result;
    }

    // On a busy machine the clock tells how busy it is; processor time tells what a search costs.
    private static double ProcessorTime(ISearchEngine engine, IReadOnlyList<EvaluationQuestion> questions)
    {
        using var snapshot = engine.OpenSnapshot();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        foreach (var question in questions)
            snapshot.Search(QueryParser.Parse(question.Text).ToRequest(), CancellationToken.None);
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / questions.Count;
    }

    private static ISearchEngine Open(string directory)
    {
        var watch = Stopwatch.StartNew();
        var engine = EmbeddedEngine.Open(directory);
        using (var snapshot = engine.OpenSnapshot())
            snapshot.Search(new SearchRequest { Query = new WordsQuery("chỉ thị") }, CancellationToken.None);
        Line($"opened and first answer in {watch.Elapsed.TotalMilliseconds:F1} ms");
        return engine;
    }

    private static void Threads(ISearchEngine engine, IReadOnlyList<EvaluationQuestion> questions)
    {
        using var snapshot = engine.OpenSnapshot();
        var rates = new double[2];
        for (var threads = 1; threads <= 2; threads++)
        {
            var watch = Stopwatch.StartNew();
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
            {
                foreach (var question in questions)
                    snapshot.Search(QueryParser.Parse(question.Text).ToRequest(), CancellationToken.None);
            });
            rates[threads - 1] = threads * questions.Count / watch.Elapsed.TotalSeconds;
        }

        Line($"throughput {rates[0]:F0}/s on one thread, {rates[1]:F0}/s on two = x{rates[1] / rates[0]:F2}");
    }

    internal static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    internal static void Line(string text) => Console.WriteLine(text);

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
