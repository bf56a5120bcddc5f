using System.Diagnostics;
using System.Globalization;
using Search.Engine;
using Search.Testing;
using Search.Text;

namespace Search.Benchmarks;

/// <summary>
/// Learns the weights of the re-ranker on the dev questions and prints them as they stand in
/// <c>RankingConstants.RerankWeights</c>, with cross-validated figures: five folds, all questions about one law in
/// one fold. <c>tune [--small] [--keep DIR]</c>
/// </summary>
internal static class RankingTuning
{
    private const int Folds = 5;

    public static int Run(string[] args)
    {
        var small = args.Contains("--small", StringComparer.Ordinal);
        var at = Array.IndexOf(args, "--keep");
        var keep = at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        var corpus = SharedData.PathOf("data", "retrieval", small ? "corpus-small.jsonl.gz" : "corpus.jsonl.gz");
        var questions = EvaluationFiles.ReadQuestions(
            SharedData.PathOf("data", "retrieval", small ? "queries-small.jsonl" : "queries-dev.jsonl"));
        var directory = keep ?? Path.Combine(Path.GetTempPath(), "ranking-tuning-" + Guid.NewGuid().ToString("N"));
        try
        {
            using var engine = EngineBenchmark.Open(directory);
            if (engine.Revision < 0)
            {
                EvaluationRunner.Index(engine, corpus, CancellationToken.None);
            }

            using var snapshot = (Snapshot)engine.OpenSnapshot();
            Learn(Measure(snapshot, questions, false), Measure(snapshot, questions, true));
        }
        finally
        {
            if (keep is null && Directory.Exists(directory))
            {
                Directory.Delete(directory, recursive: true);
            }
        }

        return 0;
    }

    private static void Learn(List<TuningQuestion> typed, List<TuningQuestion> folded)
    {
        var before = typed.Average(q => q.Ndcg(null));
        Say($"BM25F          nDCG@10 {before:F4}  recall in the passages ranked anew {typed.Average(q => (double)q.Answers.Count(a => a) / q.Relevant):F4}");
        Say($"  without accents {folded.Average(q => q.Ndcg(null)):F4}");
        var (held, heldFolded, seen) = (new List<double>(), new List<double>(), new List<double>());
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Linear.Learn(typed.Where(q => q.Fold != fold));
            held.AddRange(typed.Where(q => q.Fold == fold).Select(q => q.Ndcg(weights)));
            heldFolded.AddRange(folded.Where(q => q.Fold == fold).Select(q => q.Ndcg(weights)));
            seen.AddRange(typed.Where(q => q.Fold != fold).Select(q => q.Ndcg(weights)));
        }

        Say($"cross-validated nDCG@10 {held.Average():F4} (on the questions learned from {seen.Average():F4}), without accents {heldFolded.Average():F4}");
        var final = Linear.Learn(typed);
        Say($"final weights, on all questions nDCG@10 {typed.Average(q => q.Ndcg(final)):F4}");
        for (var f = 0; f < PassageScan.Features; f++)
        {
            Say($"        {final[f]:F4}f, {final[PassageScan.Features + f]:F4}f, // {(RerankFeature)f}");
        }
    }

    private static List<TuningQuestion> Measure(Snapshot snapshot, IReadOnlyList<EvaluationQuestion> questions, bool fold)
    {
        var measured = new List<TuningQuestion>(questions.Count);
        var (finding, ranking) = (new List<double>(), new List<double>());
        var reranker = new Reranker();
        foreach (var question in questions)
        {
            var text = fold ? string.Join(' ', FieldAnalyzer.Shared.Analyze(question.Text).Select(t => t.Folded)) : question.Text;
            var start = Stopwatch.GetTimestamp();
            var flat = new FlatQueries(snapshot.Segments, snapshot.Terms, snapshot.Shared.Abbreviations);
            var lists = flat.Compile(new WordsQuery(text));
            var heap = new TopHeap(snapshot.Segments, RankingConstants.RerankDepth);
            var scratch = snapshot.Shared.Rent();
            for (var s = 0; s < snapshot.Segments.Count; s++)
            {
                scratch.Scorer.Run(snapshot.Segments[s].Segment, s, lists, [], heap, CancellationToken.None);
            }

            snapshot.Shared.Return(scratch);
            var best = heap.Sorted().ToArray();
            if (best.Length == 0)
            {
                continue;
            }

            finding.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            var features = new float[best.Length * PassageScan.Features];
            reranker.Measure(snapshot.Segments, flat.Profile!, best, features);
            ranking.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            var relevant = question.Relevant.ToHashSet(StringComparer.Ordinal);
            measured.Add(new TuningQuestion(
                FoldOf(question.Relevant[0]),
                relevant.Count,
                [.. best.Select(e => relevant.Contains(snapshot.Segments[e.Segment].Segment.IdOf(e.Doc)))],
                [.. Enumerable.Range(0, best.Length).Select(i => Row(features, i, Reranker.Lean(flat.Profile!.Length)))]));
        }

        Say($"{(fold ? "without accents" : "as typed")}: finding p50 {EvaluationMeasures.Percentile(finding, 0.5):F3} p99 {EvaluationMeasures.Percentile(finding, 0.99):F3} ms, ranking anew p50 {EvaluationMeasures.Percentile(ranking, 0.5):F3} p99 {EvaluationMeasures.Percentile(ranking, 0.99):F3} ms");
        return measured;
    }

    private static float[] Row(float[] features, int index, float lean)
    {
        var row = new float[PassageScan.Features * 2];
        for (var f = 0; f < PassageScan.Features; f++)
        {
            row[f] = features[(index * PassageScan.Features) + f];
            row[PassageScan.Features + f] = lean * row[f];
        }

        return row;
    }

    // By the law of the answer, so that no law is both learned from and held out. FNV-1a, the same on every run.
    private static int FoldOf(string id)
    {
        var hash = 2166136261u;
        foreach (var c in id.AsSpan(0, id.IndexOf('|', StringComparison.Ordinal) is > 0 and var end ? end : id.Length))
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)((hash >> 8) % Folds);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
