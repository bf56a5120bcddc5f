using System.Diagnostics;
using System.Globalization;
using Search.Engine;
using Search.Testing;
using Search.Text;

namespace Search.Benchmarks;

/// <summary>
/// Learns on the dev questions how often each term is in answers, what terms weigh by it, and the weights of the re-ranker, and
/// prints them as they stand in <c>RankingConstants</c>, with cross-validated figures: five folds, all questions about one law in
/// one fold, everything learned without it. <c>tune [--small] [--keep DIR] [--write FILE]</c>: the file receives the table of
/// <c>TermRecall</c>.
/// </summary>
internal static class RankingTuning
{
    private const int Folds = 5;

    // A term of fewer questions says nothing of others.
    private const int FewestQuestions = 4;

    public static int Run(string[] args)
    {
        var small = args.Contains("--small", StringComparer.Ordinal);
        var keep = Option(args, "--keep");
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
            Learn(snapshot, Measure(snapshot, questions, false), Measure(snapshot, questions, true), Option(args, "--write"));
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

    private static void Learn(Snapshot snapshot, List<MeasuredQuestion> typed, List<MeasuredQuestion> folded, string? write)
    {
        Say($"BM25F          nDCG@10 {typed.Average(q => Found(q).Ndcg(null)):F4}  recall in the passages ranked anew {typed.Average(q => (double)q.Answers.Count(a => a) / q.Relevant):F4}");
        Say($"  without accents {folded.Average(q => Found(q).Ndcg(null)):F4}");
        var before = Held(snapshot, typed, folded, useTerms: false);
        Say($"by inverse frequency: cross-validated nDCG@10 {before.Typed.Average():F4}, R@1 {before.First.Average():F4}, without accents {before.Folded.Average():F4}");
        var after = Held(snapshot, typed, folded, useTerms: true);
        Say($"by learned terms:     cross-validated nDCG@10 {after.Typed.Average():F4}, R@1 {after.First.Average():F4}, without accents {after.Folded.Average():F4}");
        Say($"  difference {PairedBootstrap.Difference(before.Typed, after.Typed)}, without accents {PairedBootstrap.Difference(before.Folded, after.Folded)}");

        var reranker = new Reranker();
        var terms = Count(typed);
        var recall = new TermRecall(terms);
        var parameters = Linear.Learn(typed.Select(q => q.OfTerms(snapshot, reranker, recall, isLearnedFrom: true)));
        var final = Linear.Learn(typed.Select(q => q.OfFeatures(snapshot, reranker, recall, parameters, isLearnedFrom: true)));
        Say($"        {string.Join(", ", parameters.Select(p => p.ToString("F4", CultureInfo.InvariantCulture) + "f"))}");
        for (var f = 0; f < PassageScan.Features; f++)
        {
            Say($"        {final[f]:F4}f, {final[PassageScan.Features + f]:F4}f, // {(RerankFeature)f}");
        }

        if (write is not null)
        {
            File.WriteAllLines(write, terms.OrderBy(term => term.First, StringComparer.Ordinal).ThenBy(term => term.Second, StringComparer.Ordinal)
                .Select(term => string.Create(CultureInfo.InvariantCulture, $"{$"{term.First} {term.Second}".TrimEnd()}\t{term.Count}\t{term.Sum:0.00}")));
        }
    }

    // Nested: the recall of terms, their weights and those of the features are learned without the laws of the fold.
    private static (double[] Typed, double[] First, double[] Folded) Held(
        Snapshot snapshot, List<MeasuredQuestion> typed, List<MeasuredQuestion> folded, bool useTerms)
    {
        var reranker = new Reranker();
        var (held, first, plain) = (new double[typed.Count], new double[typed.Count], new double[folded.Count]);
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = typed.Where(q => q.Fold != fold).ToList();
            var recall = new TermRecall(Count(others));
            var parameters = useTerms ? Linear.Learn(others.Select(q => q.OfTerms(snapshot, reranker, recall, isLearnedFrom: true))) : null;
            var weights = Linear.Learn(others.Select(q => q.OfFeatures(snapshot, reranker, recall, parameters, isLearnedFrom: true)));
            for (var i = 0; i < typed.Count; i++)
            {
                if (typed[i].Fold == fold)
                {
                    var question = typed[i].OfFeatures(snapshot, reranker, recall, parameters, isLearnedFrom: false);
                    (held[i], first[i]) = (question.Ndcg(weights), question.First(weights));
                }
            }

            for (var i = 0; i < folded.Count; i++)
            {
                plain[i] = folded[i].Fold == fold ? folded[i].OfFeatures(snapshot, reranker, recall, parameters, isLearnedFrom: false).Ndcg(weights) : plain[i];
            }
        }

        return (held, first, plain);
    }

    private static TuningQuestion Found(MeasuredQuestion question) => new(question.Fold, question.Relevant, question.Answers, []);

    private static List<(string First, string Second, int Count, float Sum)> Count(IEnumerable<MeasuredQuestion> questions) =>
    [
        .. questions.SelectMany(question => question.Differences).GroupBy(term => term.Key)
            .Select(group => (group.Key.First, group.Key.Second, Count: group.Count(), Sum: group.Sum(term => term.Value))).Where(term => term.Count >= FewestQuestions),
    ];

    private static List<MeasuredQuestion> Measure(Snapshot snapshot, IReadOnlyList<EvaluationQuestion> questions, bool fold)
    {
        var measured = new List<MeasuredQuestion>(questions.Count);
        var (finding, ranking) = (new List<double>(), new List<double>());
        var (reranker, scorer) = (new Reranker(), new DisjunctionScorer());
        foreach (var question in questions)
        {
            var text = fold ? string.Join(' ', FieldAnalyzer.Shared.Analyze(question.Text).Select(t => t.Folded)) : question.Text;
            var start = Stopwatch.GetTimestamp();
            var flat = new FlatQueries(snapshot.Segments, snapshot.Terms, snapshot.Shared.Abbreviations);
            var lists = flat.Compile(new WordsQuery(text));
            var heap = new TopHeap(snapshot.Segments, RankingConstants.RerankDepth);
            for (var s = 0; s < snapshot.Segments.Count; s++)
            {
                scorer.Run(snapshot.Segments[s].Segment, s, lists, [], heap, CancellationToken.None);
            }

            var best = heap.Sorted().ToArray();
            if (best.Length == 0)
            {
                continue;
            }

            finding.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            reranker.Measure(snapshot.Segments, flat.Profile!, best, new float[best.Length * PassageScan.Features]);
            ranking.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            var relevant = question.Relevant.ToHashSet(StringComparer.Ordinal);
            var one = new MeasuredQuestion(
                FoldOf(question.Relevant[0]), relevant.Count,
                [.. best.Select(e => relevant.Contains(snapshot.Segments[e.Segment].Segment.IdOf(e.Doc)))], flat.Profile!, best);
            one.Read(snapshot, reranker);
            measured.Add(one);
        }

        Say($"{(fold ? "without accents" : "as typed")}: finding p50 {EvaluationMeasures.Percentile(finding, 0.5):F3} p99 {EvaluationMeasures.Percentile(finding, 0.99):F3} ms, ranking anew p50 {EvaluationMeasures.Percentile(ranking, 0.5):F3} p99 {EvaluationMeasures.Percentile(ranking, 0.99):F3} ms");
        return measured;
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

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
