using System.Globalization;
using System.Text.Json;
using Search.Application.Reading;
using Search.Documents;
using Search.Engine;
using Search.Ingestion;
using Search.Text;

namespace Search.Benchmarks;

/// <summary>
/// Learns <see cref="RankingConstants.DocumentWeights"/> from judged queries over an ingested collection, and says what they
/// are worth on queries that were left out: five folds, each measured with weights learned on the other four, against the
/// weights in use, by paired bootstrap. <c>tune-documents DATA QUERIES.jsonl...</c>; a line of a query file is
/// <c>{"query","relevant":[{"file","key","grade"}]}</c>. <c>pool-documents DATA QUERIES.jsonl...</c> prints the first hits of
/// each query in the order of their keys, without saying which one is thought to be right, to be judged by a second reader.
/// </summary>
internal static class DocumentTuning
{
    private const int Folds = 5;
    private const int Rounds = 6;
    private const int Depth = 10;
    private const int Pooled = 8;

    // Documents that no weights bring among the first ten are not looked at again and again.
    private const int Kept = 60;

    private static readonly float[] Steps = [-1.5f, -0.6f, -0.25f, -0.1f, 0.1f, 0.25f, 0.6f, 1.5f];
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string[] arguments)
    {
        if (arguments.Length < 2)
        {
            Console.Error.WriteLine("usage: tune-documents DATA QUERIES.jsonl...");
            return 2;
        }

        var questions = Measure(arguments[0], arguments.Skip(1));
        var used = RankingConstants.DocumentWeights.ToArray();
        var before = questions.ConvertAll(q => Ndcg(q, used));
        var after = new double[questions.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var own = fold;
            var learned = Learn(questions.Where((_, i) => i % Folds != own).ToList(), used);
            for (var i = fold; i < questions.Count; i += Folds)
            {
                after[i] = Ndcg(questions[i], learned);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{questions.Count} queries: nDCG@10 in use {before.Average():0.000}, cross-validated {after.Average():0.000}, difference {PairedBootstrap.Difference(before, after)}"));
        var weights = Learn(questions, used);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"learned on all: nDCG@10 {questions.Average(q => Ndcg(q, weights)):0.000}, best first {questions.Average(q => BestFirst(q, weights)):0.000} (in use {questions.Average(q => BestFirst(q, used)):0.000})"));
        for (var f = 0; f < DocumentScore.Features; f++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"        {weights[2 * f]:0.##}f, {weights[(2 * f) + 1]:0.##}f, // {(DocumentFeature)f}"));
        }

        return 0;
    }

    public static int Pool(string[] arguments)
    {
        if (arguments.Length < 2)
        {
            Console.Error.WriteLine("usage: pool-documents DATA QUERIES.jsonl...");
            return 2;
        }

        var used = RankingConstants.DocumentWeights.ToArray();
        foreach (var question in Measure(arguments[0], arguments.Skip(1)))
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    question.Query,
                    Ndcg = Math.Round(Ndcg(question, used), 3),
                    Hits = Top(question, used).Take(Pooled).OrderBy(hit => hit.Key, StringComparer.Ordinal).Select(hit => new { hit.Key, hit.Title, hit.File }),
                },
                Web));
        }

        return 0;
    }

    private static List<Question> Measure(string data, IEnumerable<string> files)
    {
        using var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = data });
        var reader = new CollectionReader(system, TimeProvider.System);
        using var lease = reader.Lease();
        var generation = ((Snapshot)lease.Snapshot).Shared;
        var listed = system.Store.List(includeStubs: true);
        var paths = system.Store.SourcePaths();
        var sources = listed.ToDictionary(d => d.Key.Value, d => paths[d.Key].Select(path => Path.GetFileName(path)).ToArray(), StringComparer.Ordinal);
        var titles = listed.ToDictionary(d => d.Key.Value, d => d.Title ?? "", StringComparer.Ordinal);
        var questions = new List<Question>();
        foreach (var line in files.SelectMany(File.ReadLines).Where(line => line.Length > 0))
        {
            var judged = JsonSerializer.Deserialize<JudgedQuery>(line, Web)!;
            var parsed = QueryParser.Parse(judged.Query, reader.Names, lease.Snapshot.Words);
            var request = parsed.ToRequest();
            var documents = Measured(generation, request);
            if (documents.TrueForAll(d => !d.IsMatch) && parsed.Relaxed is { } relaxed)
            {
                documents = Measured(generation, request with { Query = relaxed });
            }

            var length = FieldAnalyzer.Shared.Analyze(judged.Query).Count;
            questions.Add(new Question(
                judged.Query,
                length,
                [
                    .. documents.OrderByDescending(d => d.IsMatch)
                        .ThenByDescending(d => DocumentScore.Of(d.Features, length, RankingConstants.DocumentWeights))
                        .Select((d, place) => (
                            Candidate: new Candidate(
                                d.Key, titles.GetValueOrDefault(d.Key, ""), sources.GetValueOrDefault(d.Key, []).FirstOrDefault(),
                                d.Features, Grade(judged, d.Key, sources.GetValueOrDefault(d.Key, [])), d.IsMatch),
                            Place: place))
                        .Where(d => d.Place < Kept || d.Candidate.Grade > 0).Select(d => d.Candidate),
                ],
                [.. judged.Relevant.Select(r => r.Grade).OrderDescending()]));
        }

        return questions;
    }

    private static int Grade(JudgedQuery judged, string key, string[] files)
    {
        foreach (var answer in judged.Relevant)
        {
            if ((answer.Key is { } own && IsSame(own, key)) || (answer.File is { } file && files.Contains(file, StringComparer.Ordinal)))
            {
                return answer.Grade;
            }
        }

        return 0;
    }

    // Number and place; the date only where both have one.
    private static bool IsSame(string one, string other)
    {
        var (first, second) = (one.Split('@', 2), other.Split('@', 2));
        return string.Equals(first[0], second[0], StringComparison.Ordinal)
            && (first.Length < 2 || second.Length < 2 || one.Contains('?', StringComparison.Ordinal) || other.Contains('?', StringComparison.Ordinal)
                || string.Equals(first[1], second[1], StringComparison.Ordinal));
    }

    private static float[] Learn(List<Question> questions, float[] from)
    {
        var best = from.ToArray();
        var value = Value(questions, best);
        for (var round = 0; round < Rounds; round++)
        {
            var changed = false;
            for (var w = 0; w < best.Length; w++)
            {
                foreach (var step in Steps)
                {
                    var tried = best.ToArray();
                    tried[w] += step;
                    var reached = Value(questions, tried);
                    if (reached > value + 1e-5)
                    {
                        (best, value, changed) = (tried, reached, true);
                    }
                }
            }

            if (!changed)
            {
                break;
            }
        }

        return best;
    }

    // Small weights are preferred: what the queries do not tell stays near nothing.
    private static double Value(List<Question> questions, float[] weights) =>
        questions.Average(q => Ndcg(q, weights) + (0.2 * BestFirst(q, weights))) - (0.0003 * weights.Sum(w => Math.Abs(w)));

    private static double BestFirst(Question question, float[] weights) =>
        question.Candidates.Count > 0 && Top(question, weights)[0].Grade == question.Ideal[0] ? 1 : 0;

    private static double Ndcg(Question question, float[] weights)
    {
        double gain = 0, ideal = 0;
        var top = Top(question, weights);
        for (var i = 0; i < top.Count; i++)
        {
            gain += (Math.Pow(2, top[i].Grade) - 1) / Math.Log2(i + 2);
        }

        for (var i = 0; i < Math.Min(Depth, question.Ideal.Length); i++)
        {
            ideal += (Math.Pow(2, question.Ideal[i]) - 1) / Math.Log2(i + 2);
        }

        return ideal > 0 ? gain / ideal : 0;
    }

    private static List<(string Key, float[] Features, bool IsMatch)> Measured(Generation generation, SearchRequest request) =>
        generation.Documents.Use(scratch => new DocumentRun(generation, request, 0, CancellationToken.None, scratch).Measured(), CancellationToken.None);

    private static List<Candidate> Top(Question question, float[] weights) =>
    [
        .. question.Candidates.OrderByDescending(c => c.IsMatch)
            .ThenByDescending(c => DocumentScore.Of(c.Features, question.Length, weights)).Take(Depth),
    ];

    private sealed record Candidate(string Key, string Title, string? File, float[] Features, int Grade, bool IsMatch);

    private sealed record Question(string Query, int Length, List<Candidate> Candidates, int[] Ideal);

    private sealed record JudgedQuery(string Query, IReadOnlyList<JudgedAnswer> Relevant);

    private sealed record JudgedAnswer(string? File, string? Key, int Grade);
}
