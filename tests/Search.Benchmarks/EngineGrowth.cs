using System.Globalization;
using Search.Engine;
using Search.Engine.LuceneNet;
using Search.Testing;

namespace Search.Benchmarks;

/// <summary>
/// How latency grows with the collection: the articles as they are, and ten times as many, the copies with other ids
/// and a tenth of their words replaced by words of the collection (seeded). <c>engine growth [--times N] [--keep DIR]</c>;
/// copies that a kept folder already holds are not indexed again, so a long run can be taken in parts with
/// <c>--copies N</c> a run.
/// </summary>
internal static class EngineGrowth
{
    private const double Replaced = 0.1;
    private const int Vocabulary = 20_000;

    public static int Run(string[] args)
    {
        var times = EngineBenchmark.Number(args, "--times", 10);
        var atOnce = EngineBenchmark.Number(args, "--copies", times);
        var keep = EngineBenchmark.Option(args, "--keep");
        var directory = keep ?? Path.Combine(Path.GetTempPath(), "engine-growth-" + Guid.NewGuid().ToString("N"));
        var questions = EngineBenchmark.Questions(small: false);
        try
        {
            var one = Path.Combine(directory, "1");
            var many = Path.Combine(directory, times.ToString(CultureInfo.InvariantCulture));
            Fill(one, 1, 1);
            if (!Fill(many, times, atOnce))
            {
                return 0;
            }

            var table = new BenchmarkTable("articles", "p50 ms", "p99 ms", "p50 to one", "index MB");
            var first = 0.0;
            foreach (var folder in new[] { one, many })
            {
                using var engine = new ContractContestant("ours", folder, EngineBenchmark.Open);
                engine.Open();
                var latencies = EngineBenchmark.Latencies(engine, questions);
                var p50 = EvaluationMeasures.Percentile(latencies, 0.5);
                if (first == 0)
                {
                    first = p50;
                }

                table.Add(engine.Snapshot.Statistics.Entries, p50, EvaluationMeasures.Percentile(latencies, 0.99), p50 / first, engine.Bytes / 1e6);
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

    // The revision of the index is the number of copies it holds; compacted once all are there.
    private static bool Fill(string folder, int copies, int atOnce)
    {
        var corpus = SharedData.PathOf("data", "retrieval", "corpus.jsonl.gz");
        using var engine = LuceneNetEngine.Open(folder, null, new LuceneNetOptions { BackgroundMerges = false });
        var done = (int)Math.Max(0, engine.Revision);
        if (done < copies)
        {
            var words = Words(corpus);
            for (var copy = done; copy < Math.Min(copies, done + atOnce); copy++)
            {
                using var writer = engine.OpenWriter();
                var random = new Random(copy);
                foreach (var article in EvaluationFiles.ReadCorpus(corpus))
                {
                    writer.Put((copy == 0 ? article : Altered(article, copy, words, random)).ToEntry());
                }

                writer.Commit(copy + 1);
                EngineBenchmark.Line($"copy {copy + 1} of {copies} indexed");
            }
        }

        if (engine.Revision < copies)
        {
            return false;
        }

        using (var snapshot = engine.OpenSnapshot())
        {
            if (snapshot.Statistics.Segments == 1)
            {
                return true;
            }
        }

        ((IMaintainable)engine).Compact(CancellationToken.None);
        return true;
    }

    private static EvaluationArticle Altered(EvaluationArticle article, int copy, string[] words, Random random) => article with
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{article.Id}~{copy}"),
        Title = Altered(article.Title ?? "", words, random),
        Text = Altered(article.Text ?? "", words, random),
    };

    private static string Altered(string text, string[] words, Random random)
    {
        var parts = text.Split(' ');
        for (var i = 0; i < parts.Length; i++)
        {
            if (random.NextDouble() < Replaced)
            {
                parts[i] = words[random.Next(words.Length)];
            }
        }

        return string.Join(' ', parts);
    }

    // Words as often as they stand in the collection, from its first articles.
    private static string[] Words(string corpus) =>
        [.. EvaluationFiles.ReadCorpus(corpus).SelectMany(a => (a.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where((_, i) => i % 29 == 0).Take(Vocabulary)];
}
