using System.Diagnostics;
using System.Globalization;
using Search.Documents.Catalogues;
using Search.Engine;
using Search.Ingestion;
using Search.Testing;
using Search.Text;

namespace Search.Benchmarks;

/// <summary>
/// The full corpus and its questions through our engine, through Lucene.Net's own queries, through Lucene 8.8 where Java and
/// <c>liblucene8-java</c> are installed, and SQLite FTS5, one after another, one thread, warm.
/// <c>engine [--small] [--questions N] [--fts N] [--keep DIR]</c>: FTS5 is asked every N-th question (default 40), 0
/// leaves it out; a kept folder is not indexed again. <c>engine growth</c>: see <see cref="EngineGrowth"/>.
/// </summary>
internal static class EngineBenchmark
{
    public static int Run(string[] args)
    {
        if (args.Contains("growth", StringComparer.Ordinal))
        {
            return EngineGrowth.Run(args);
        }

        var small = args.Contains("--small", StringComparer.Ordinal);
        var every = Number(args, "--fts", 40);
        var keep = Option(args, "--keep");
        var corpus = SharedData.PathOf("data", "retrieval", small ? "corpus-small.jsonl.gz" : "corpus.jsonl.gz");
        var questions = Questions(small).Take(Number(args, "--questions", 100_000)).ToList();
        var directory = keep ?? Path.Combine(Path.GetTempPath(), "engine-benchmark-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(directory);
        try
        {
            var table = new BenchmarkTable(
                "engine", "p50 ms", "p99 ms", "p50 to ours", "p99 to ours", "nDCG@10", "questions", "index s", "index MB");
            var ours = new ContractContestant("ours on Lucene.Net", Path.Combine(directory, "ours"), Open);
            RunOne(ours, corpus, questions, table, null, out var figures);
            MeasureOurs(ours, Path.Combine(directory, "ours"), questions);
            ours.Dispose();
            foreach (var other in Others(directory, every))
            {
                using (other)
                {
                    RunOne(other, corpus, questions, table, figures, out _);
                }
            }

            table.Print($"{questions.Count} questions, top 10, one thread, warm");
        }
        finally
        {
            if (keep is null)
            {
                Directory.Delete(directory, recursive: true);
            }
        }

        return 0;
    }

    /// <summary>The questions with known answers.</summary>
    internal static IReadOnlyList<EvaluationQuestion> Questions(bool small) => EvaluationFiles.ReadQuestions(
        SharedData.PathOf("data", "retrieval", small ? "queries-small.jsonl" : "queries-dev.jsonl"));

    /// <summary>Milliseconds of each question, asked one after another, after two rounds that are not counted.</summary>
    internal static double[] Latencies(EngineContestant engine, IReadOnlyList<EvaluationQuestion> questions)
    {
        var warm = engine.AskedEvery > 1 ? questions.Take(3).ToList() : questions;
        for (var round = 0; round < 2; round++)
        {
            foreach (var question in warm)
            {
                engine.Ask(question.Text);
            }
        }

        var latencies = new double[questions.Count];
        for (var i = 0; i < latencies.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            engine.Ask(questions[i].Text);
            latencies[i] = engine.LastMilliseconds ?? Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return latencies;
    }

    internal static int Number(string[] args, string name, int otherwise) =>
        Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    internal static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    internal static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>Our engine as the product opens it.</summary>
    internal static ISearchEngine Open(string folder) => FulltextIndex.Open(folder, Catalogue.Default);

    private static IEnumerable<EngineContestant> Others(string directory, int every)
    {
        yield return new LuceneContestant(Path.Combine(directory, "lucene-queries"), every);
        if (JavaContestant.IsThere)
        {
            yield return new JavaContestant(Path.Combine(directory, "lucene-java"), every);
        }
        else
        {
            Line($"Lucene 8.8 is left out: it needs default-jdk-headless and liblucene8-java");
        }

        if (every > 0)
        {
            yield return new FtsContestant(Path.Combine(directory, "fts.db"), every);
        }
    }

    private static void RunOne(
        EngineContestant engine,
        string corpus,
        List<EvaluationQuestion> questions,
        BenchmarkTable table,
        (double P50, double P99)? ours,
        out (double P50, double P99) figures)
    {
        var seconds = 0.0;
        if (!engine.IsBuilt)
        {
            var watch = Stopwatch.StartNew();
            engine.Build(corpus);
            seconds = watch.Elapsed.TotalSeconds;
            if (engine is ContractContestant built && ours is null)
            {
                Line($"indexed {built.TextBytes / 1e6:F1} MB of text in {seconds:F1} s = {built.TextBytes / 1e6 / seconds:F1} MB/s");
                Line($"index {100.0 * built.Bytes / built.TextBytes:F0} % of the text, peak memory {Memory().PeakWorkingSet64 / 1e6:F0} MB");
            }
        }

        engine.Open();
        var asked = questions.Where((_, i) => i % engine.AskedEvery == 0).ToList();
        var latencies = Latencies(engine, asked);
        var ndcg = asked.Average(q => EvaluationMeasures.Ndcg(engine.Ask(q.Text), q.Relevant.ToHashSet(StringComparer.Ordinal), 10));
        figures = (EvaluationMeasures.Percentile(latencies, 0.5), EvaluationMeasures.Percentile(latencies, 0.99));
        table.Add(
            engine.Name, figures.P50, figures.P99,
            ours is { } own ? figures.P50 / own.P50 : 1, ours is { } mine ? figures.P99 / mine.P99 : 1,
            ndcg.ToString("F4", CultureInfo.InvariantCulture), asked.Count, seconds, engine.Bytes / 1e6);
    }

    private static void MeasureOurs(ContractContestant ours, string folder, List<EvaluationQuestion> questions)
    {
        Line($"resident {Memory().WorkingSet64 / 1e6:F0} MB after {questions.Count * 3} searches, managed heap {GC.GetTotalMemory(false) / 1e6:F0} MB");
        var opened = new double[20];
        for (var i = 0; i < opened.Length; i++)
        {
            var watch = Stopwatch.StartNew();
            using var engine = Open(folder);
            using var snapshot = engine.OpenSnapshot();
            opened[i] = watch.Elapsed.TotalMilliseconds;
        }

        Line($"opening: median {EvaluationMeasures.Percentile(opened, 0.5):F1} ms");
        var rates = new double[2];
        for (var threads = 1; threads <= 2; threads++)
        {
            var watch = Stopwatch.StartNew();
            var running = Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    foreach (var question in questions)
                    {
                        ours.Ask(question.Text);
                    }
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
            Task.WaitAll(running);
            rates[threads - 1] = threads * questions.Count / watch.Elapsed.TotalSeconds;
        }

        Line($"throughput {rates[0]:F0}/s on one thread, {rates[1]:F0}/s on two = x{rates[1] / rates[0]:F2}");
        var plain = questions.ConvertAll(q => q with
        {
            Text = string.Join(' ', FieldAnalyzer.Shared.Analyze(q.Text).Select(t => t.Folded)),
        });
        var latencies = Latencies(ours, plain);
        Line($"typed without accents: p50 {EvaluationMeasures.Percentile(latencies, 0.5):F2} ms, p99 {EvaluationMeasures.Percentile(latencies, 0.99):F2} ms");
    }

    private static Process Memory() => Process.GetCurrentProcess();
}
