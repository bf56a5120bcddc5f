using System.Diagnostics;
using System.Globalization;
using Search.Engine;
using Search.Engine.Embedded;
using Search.Testing;
#if LUCENE_NET
using Search.Engine.LuceneNet;
#endif

namespace Search.Benchmarks;

/// <summary>
/// Every engine of this build over the same articles and questions, one after another in one process, as one table:
/// <c>engines [--small] [--questions N] [--keep DIR]</c>; indexes kept in a folder are used again. Lucene.Net takes part where it is built in (<c>-p:LuceneNet=true</c>), with
/// each of its ways to read files.
/// </summary>
internal static class EngineContest
{
    private const int WarmUpQuestions = 200;

    // Contestants with the same index share its folder and build it once.
    private static readonly (string Name, string Index, Func<string, ISearchEngine> Open)[] Contestants =
    [
        ("embedded", "embedded", folder => EmbeddedEngine.Open(folder)),
        ("embedded, first stage only", "embedded", folder => EmbeddedEngine.Open(folder, new EmbeddedEngineOptions { Rerank = false })),
#if LUCENE_NET
        ("lucene-net, SimpleFSDirectory", "lucene-net", folder => LuceneNetEngine.Open(folder)),
        ("lucene-net, NIOFSDirectory", "lucene-net", folder => LuceneNetEngine.Open(folder, new LuceneNetEngineOptions { Files = LuceneNetFiles.Positional })),
        ("lucene-net, MMapDirectory", "lucene-net", folder => LuceneNetEngine.Open(folder, new LuceneNetEngineOptions { Files = LuceneNetFiles.MemoryMapped })),
#endif
    ];

    public static int Run(string[] args)
    {
        var small = args.Contains("--small", StringComparer.Ordinal);
        var take = BenchmarkOptions.Number(args, "--questions", int.MaxValue);
        var corpus = SharedData.PathOf("data", "retrieval", small ? "corpus-small.jsonl.gz" : "corpus.jsonl.gz");
        var questions = EvaluationFiles.ReadQuestions(
            SharedData.PathOf("data", "retrieval", small ? "queries-small.jsonl" : "queries-dev.jsonl")).Take(take).ToList();
        var keep = BenchmarkOptions.Text(args, "--keep");
        var root = keep ?? Directory.CreateTempSubdirectory("engines-").FullName;
        try
        {
            Compare(root, corpus, questions);
        }
        finally
        {
            if (keep is null) Directory.Delete(root, recursive: true);
        }

        return 0;
    }

    private static void Compare(string root, string corpus, List<EvaluationQuestion> questions)
    {
        var table = new BenchmarkTable(
            "engine", "nDCG@10", "MRR@10", "R@100", "p50 ms", "p99 ms", "p50 against the first", "/s, one thread", "/s, two", "index MB", "of the text, %", "built, MB/s");
        var built = new Dictionary<string, (long TextBytes, double Seconds)>(StringComparer.Ordinal);
        var best = 0.0;
        foreach (var (name, index, open) in Contestants)
        {
            using var engine = open(Path.Combine(root, index));
            if (!built.ContainsKey(index) && engine.Revision < 0)
            {
                var (_, textBytes, seconds) = EvaluationRunner.Index(engine, corpus, CancellationToken.None);
                built[index] = (textBytes, seconds);
            }

            EvaluationRunner.Measure(engine, [.. questions.Take(WarmUpQuestions)], new EvaluationOptions(), CancellationToken.None);
            var result = EvaluationRunner.Measure(engine, questions, new EvaluationOptions(), CancellationToken.None);
            if (best == 0) best = result.LatencyP50Ms;
            var (bytes, took) = built.GetValueOrDefault(index);
            table.Add(
                name, Rounded(result.NdcgAt10), Rounded(result.MrrAt10), Rounded(result.RecallAt100), result.LatencyP50Ms,
                result.LatencyP99Ms, $"x{result.LatencyP50Ms / best:F1}", Rate(engine, questions, 1), Rate(engine, questions, 2), result.IndexBytes / 1e6,
                bytes > 0 ? 100.0 * result.IndexBytes / bytes : "", bytes > 0 ? bytes / 1e6 / took : "");
        }

        table.Print($"Engines: {questions.Count} questions, top 10, one thread, warm");
    }

    /// <summary>Searches a second of some threads that each ask every question.</summary>
    private static long Rate(ISearchEngine engine, List<EvaluationQuestion> questions, int threads)
    {
        using var snapshot = engine.OpenSnapshot();
        var requests = questions.ConvertAll(question => QueryParser.Parse(question.Text).ToRequest());
        var watch = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            foreach (var request in requests) snapshot.Search(request, CancellationToken.None);
        })).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return (long)(threads * requests.Count / watch.Elapsed.TotalSeconds);
    }

    private static string Rounded(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
