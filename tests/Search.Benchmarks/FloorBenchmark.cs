using System.Diagnostics;
using System.Globalization;
using Search.Engine;
using Search.Testing;

namespace Search.Benchmarks;

/// <summary>
/// Where the time and the memory of a question go, stage by stage, and how far the whole is from what the machine can do
/// at best for the same questions: the bounds of their rows, all of their rows and 64 texts as bare loops, in the same run.
/// <c>floor [--small] [--questions N] [--keep DIR]</c>; a kept folder is not indexed again.
/// </summary>
internal static class FloorBenchmark
{
    private const int Texts = 64;
    private const int SnippetLength = 320;
    private const int Shown = 10;

    private static readonly string[] Stages = ["parse", "expand", "rows", "scan", "second ranking", "whole search", "snippets", "floor: bounds", "floor: rows", "floor: texts"];

    public static int Run(string[] args)
    {
        var small = args.Contains("--small", StringComparer.Ordinal);
        var keep = EngineBenchmark.Option(args, "--keep");
        var corpus = SharedData.PathOf("data", "retrieval", small ? "corpus-small.jsonl.gz" : "corpus.jsonl.gz");
        var questions = EngineBenchmark.Questions(small).Take(EngineBenchmark.Number(args, "--questions", 100_000)).ToList();
        var directory = keep ?? Path.Combine(Path.GetTempPath(), "floor-benchmark-" + Guid.NewGuid().ToString("N"));
        try
        {
            using var engine = EngineBenchmark.Open(directory);
            if (engine.Revision < 0)
            {
                EvaluationRunner.Index(engine, corpus, CancellationToken.None);
            }

            using var snapshot = (Snapshot)engine.OpenSnapshot();
            new Measurement(snapshot, Bodies(corpus)).Run(questions);
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

    private static Dictionary<string, string> Bodies(string corpus) =>
        EvaluationFiles.ReadCorpus(corpus).ToDictionary(article => article.Id, article => article.Text ?? "", StringComparer.Ordinal);

    private sealed class Measurement(Snapshot snapshot, Dictionary<string, string> bodies)
    {
        private readonly List<double>[] _micros = [.. Stages.Select(_ => new List<double>())];
        private readonly List<double>[] _bytes = [.. Stages.Select(_ => new List<double>())];
        private readonly Dictionary<ImpactRow, byte[]> _dense = [];
        private readonly float[] _sums = new float[snapshot.Segments.Max(view => view.Segment.Ranges) * Segment.RangeSize];
        private bool _counts;
        private long _sink;

        public void Run(List<EvaluationQuestion> questions)
        {
            foreach (var counts in (bool[])[false, false, true])
            {
                _counts = counts;
                foreach (var question in questions)
                {
                    Ask(question.Text);
                }
            }

            var table = new BenchmarkTable("stage", "p50 µs", "p99 µs", "mean bytes allocated");
            for (var stage = 0; stage < Stages.Length; stage++)
            {
                table.Add(
                    Stages[stage],
                    EvaluationMeasures.Percentile([.. _micros[stage]], 0.5),
                    EvaluationMeasures.Percentile([.. _micros[stage]], 0.99),
                    _bytes[stage].Average());
            }

            table.Print(string.Create(CultureInfo.InvariantCulture, $"{questions.Count} questions, top {Shown}, one thread, warm"));
            var floor = _micros[7].Zip(_micros[8], _micros[9]).Select(part => part.First + part.Second + part.Third).ToArray();
            var whole = _micros[0].Zip(_micros[5]).Select(part => part.First + part.Second).ToArray();
            EngineBenchmark.Line(
                $"floor p50 {EvaluationMeasures.Percentile(floor, 0.5):F1} µs; a question p50 {EvaluationMeasures.Percentile(whole, 0.5):F1} µs = {EvaluationMeasures.Percentile(whole, 0.5) / EvaluationMeasures.Percentile(floor, 0.5):F1} x the floor ({_sink & 1})");
        }

        private void Ask(string text)
        {
            var parsed = Timed(0, () => QueryParser.Parse(text));
            var flat = new FlatQueries(snapshot.Segments, snapshot.Terms, snapshot.Shared.Abbreviations);
            var lists = Timed(1, () => flat.Compile(parsed.Query));
            var rows = Timed(2, () => Rows(lists));
            var heap = new TopHeap(snapshot.Segments, RankingConstants.RerankDepth);
            Timed(3, () => Scan(lists, heap));
            var best = heap.Sorted();
            if (flat.Profile is { } profile)
            {
                Timed(4, () => Rerank(profile, best));
            }

            var page = Timed(5, () => snapshot.Search(parsed.ToRequest(Shown), CancellationToken.None));
            Timed(6, () => Snippets(parsed.Query, page));
            foreach (var (row, _) in rows)
            {
                _ = Dense(row);
            }

            Timed(7, () => Bounds(rows));
            Timed(8, () => Sums(rows));
            Timed(9, () => Touch(best));
        }

        // Every list is fetched as the scan fetches it; those that are frequent enough are rows.
        private List<(ImpactRow Row, float Weight)> Rows(List<ScoredList> lists)
        {
            var rows = new List<(ImpactRow Row, float Weight)>();
            for (var s = 0; s < snapshot.Segments.Count; s++)
            {
                var segment = snapshot.Segments[s].Segment;
                foreach (var list in lists.Where(list => list.Lists[s].Length > 0 && segment.Rows.Earns(list.Lists[s])))
                {
                    rows.Add((segment.Rows.Of(list.Lists[s]), list.Weight));
                }
            }

            return rows;
        }

        private bool Scan(List<ScoredList> lists, TopHeap heap)
        {
            return snapshot.Shared.Passages.Use(
                scratch =>
                {
                    for (var s = 0; s < snapshot.Segments.Count; s++)
                    {
                        scratch.Scorer.Run(snapshot.Segments[s].Segment, s, lists, [], heap, CancellationToken.None);
                    }

                    return true;
                },
                CancellationToken.None);
        }

        private bool Rerank(QueryProfile profile, List<ScoredPassage> best)
        {
            Reranker.Apply(snapshot.Segments, profile, [.. best]);
            return true;
        }

        private bool Snippets(Query query, SearchPage page)
        {
            var highlighter = new Highlighter(query);
            foreach (var hit in page.Hits)
            {
                _sink += highlighter.Snippet(bodies.GetValueOrDefault(hit.Id, ""), SnippetLength).Start;
            }

            return true;
        }

        private bool Bounds(List<(ImpactRow Row, float Weight)> rows)
        {
            foreach (var (row, weight) in rows)
            {
                ImpactSums.Add(row.Maxima, weight, _sums);
            }

            return true;
        }

        private bool Sums(List<(ImpactRow Row, float Weight)> rows)
        {
            foreach (var (row, weight) in rows)
            {
                ImpactSums.Add(_dense[row], weight, _sums);
            }

            return true;
        }

        private bool Touch(List<ScoredPassage> best)
        {
            foreach (var passage in best.Take(Texts))
            {
                var text = snapshot.Segments[passage.Segment].Segment.Text(passage.Doc);
                for (var i = 0; i < text.Length; i++)
                {
                    _sink += text[i];
                }
            }

            return true;
        }

        private byte[] Dense(ImpactRow row)
        {
            if (!_dense.TryGetValue(row, out var impacts))
            {
                var segment = snapshot.Segments.First(view => view.Segment.Rows.Earns(row.Lists) && view.Segment.Rows.Of(row.Lists) == row).Segment;
                _dense[row] = impacts = new byte[segment.Ranges * Segment.RangeSize];
                SpellingUnion.Fill(segment, row.Lists, impacts);
            }

            return impacts;
        }

        private T Timed<T>(int stage, Func<T> work)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            var result = work();
            var micros = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            if (_counts)
            {
                _micros[stage].Add(micros);
                _bytes[stage].Add(bytes);
            }

            return result;
        }
    }
}
