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
    private const int Block = 100;
    private const int Rounds = 5;

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
        var contestants = new List<EngineContestant>();
        try
        {
            var folder = Path.Combine(directory, "ours");
            var ours = new ContractContestant("ours on Lucene.Net", folder, Open);
            contestants.Add(ours);
            var seconds = new List<double> { Prepare(ours, corpus) };
            Warm(ours, questions);
            MeasureOurs(ours, folder, questions);
            foreach (var other in Others(directory, every))
            {
                contestants.Add(other);
                seconds.Add(Prepare(other, corpus));
                Warm(other, questions);
            }

            Table(contestants, questions, seconds).Print($"{questions.Count} questions, top 10, one thread, warm, the engines in turns");
        }
        finally
        {
            contestants.ForEach(contestant => contestant.Dispose());
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
        Warm(engine, questions);
        return [.. questions.Select(question => Timed(engine, question, out _))];
    }

    private static void Warm(EngineContestant engine, IReadOnlyList<EvaluationQuestion> questions)
    {
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < questions.Count; i += engine.AskedEvery)
            {
                engine.Ask(questions[i].Text);
            }
        }
    }

    private static double Timed(EngineContestant engine, EvaluationQuestion question, out IReadOnlyList<string> ids)
    {
        var start = Stopwatch.GetTimestamp();
        ids = engine.Ask(question.Text);
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return engine.LastMilliseconds ?? milliseconds;
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

    // Builds the index where there is none, opens it, and says how long building took.
    private static double Prepare(EngineContestant engine, string corpus)
    {
        var seconds = 0.0;
        if (!engine.IsBuilt)
        {
            var watch = Stopwatch.StartNew();
            engine.Build(corpus);
            seconds = watch.Elapsed.TotalSeconds;
            if (engine is ContractContestant built)
            {
                Line($"indexed {built.TextBytes / 1e6:F1} MB of text in {seconds:F1} s = {built.TextBytes / 1e6 / seconds:F1} MB/s");
                Line($"index {100.0 * built.Bytes / built.TextBytes:F0} % of the text, peak memory {Memory().PeakWorkingSet64 / 1e6:F0} MB");
            }
        }

        engine.Open();
        return seconds;
    }

    // The engines take turns, a block of questions each, so that all of them meet the same machine.
    private static BenchmarkTable Table(List<EngineContestant> engines, List<EvaluationQuestion> questions, List<double> seconds)
    {
        var (latencies, ndcg) = (engines.ConvertAll(_ => new List<double>()), engines.ConvertAll(_ => new List<double>()));
        for (var block = 0; block < questions.Count; block += Block)
        {
            for (var e = 0; e < engines.Count; e++)
            {
                for (var i = block; i < Math.Min(questions.Count, block + Block); i++)
                {
                    if (i % engines[e].AskedEvery == 0)
                    {
                        latencies[e].Add(Timed(engines[e], questions[i], out var ids));
                        ndcg[e].Add(EvaluationMeasures.Ndcg(ids, questions[i].Relevant.ToHashSet(StringComparer.Ordinal), 10));
                    }
                }
            }
        }

        var table = new BenchmarkTable(
            "engine", "p50 ms", "p99 ms", "p50 to ours", "p99 to ours", "nDCG@10", "questions", "index s", "index MB");
        var (p50, p99) = (Percentile(latencies[0], 0.5), Percentile(latencies[0], 0.99));
        for (var e = 0; e < engines.Count; e++)
        {
            table.Add(
                engines[e].Name, Percentile(latencies[e], 0.5), Percentile(latencies[e], 0.99), Percentile(latencies[e], 0.5) / p50, Percentile(latencies[e], 0.99) / p99,
                ndcg[e].Average().ToString("F4", CultureInfo.InvariantCulture), latencies[e].Count, seconds[e], engines[e].Bytes / 1e6);
        }

        return table;
    }

    private static double Percentile(List<double> values, double share) => EvaluationMeasures.Percentile([.. values], share);

    private static void MeasureOurs(ContractContestant ours, string folder, List<EvaluationQuestion> questions)
    {
        Warm(ours, questions.GetRange(0, questions.Count / 2));
        Line($"resident {Memory().WorkingSet64 / 1e6:F0} MB after {questions.Count * 3} searches, managed heap {GC.GetTotalMemory(false) / 1e6:F0} MB");
        var opened = new double[20];
        for (var i = 0; i < opened.Length; i++)
        {
            opened[i] = Opening(folder);
        }

        var copy = folder + "-new";
        CopyAll(folder, copy);
        var (first, size) = (Opening(copy), ours.Bytes / 1e8);
        Directory.Delete(copy, recursive: true);
        Line($"opening: median {EvaluationMeasures.Percentile(opened, 0.5):F1} ms; files that are new, all of them checked: {first:F0} ms = {first / size:F0} ms for each 100 MB");
        var rates = new double[Rounds, 2];
        for (var round = 0; round < Rounds; round++)
        {
            (rates[round, 0], rates[round, 1]) = (Rate(ours, questions, 1), Rate(ours, questions, 2));
        }

        var gains = Enumerable.Range(0, Rounds).Select(round => rates[round, 1] / rates[round, 0]).ToArray();
        Line($"throughput {rates[0, 0]:F0}/s on one thread, {rates[0, 1]:F0}/s on two; median of {Rounds} gains x{EvaluationMeasures.Percentile(gains, 0.5):F2}");
        var plain = questions.ConvertAll(q => q with
        {
            Text = string.Join(' ', FieldAnalyzer.Shared.Analyze(q.Text).Select(t => t.Folded)),
        });
        var latencies = Latencies(ours, plain);
        Line($"typed without accents: p50 {EvaluationMeasures.Percentile(latencies, 0.5):F2} ms, p99 {EvaluationMeasures.Percentile(latencies, 0.99):F2} ms");
    }

    private static double Opening(string folder)
    {
        var watch = Stopwatch.StartNew();
        using var engine = Open(folder);
        using var snapshot = engine.OpenSnapshot();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static void CopyAll(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static double Rate(ContractContestant ours, List<EvaluationQuestion> questions, int threads)
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
        return threads * questions.Count / watch.Elapsed.TotalSeconds;
    }

    private static Process Memory() => Process.GetCurrentProcess();
}
