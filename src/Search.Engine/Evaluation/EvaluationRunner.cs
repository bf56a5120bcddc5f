using System.Diagnostics;
using System.Text;
using Search.Text;

namespace Search.Engine;

/// <summary>
/// Measures an engine on a corpus and questions: builds a throw-away index, asks every question for quality, then
/// once more for latency. The same for every engine.
/// </summary>
public static class EvaluationRunner
{
    /// <summary>Indexes a corpus into an empty engine and measures it.</summary>
    /// <param name="engine">An engine whose index is thrown away afterwards; its content is replaced.</param>
    /// <param name="corpus">The corpus file, <c>.jsonl</c> or <c>.jsonl.gz</c>.</param>
    /// <param name="queries">The question file.</param>
    /// <param name="options">What to measure; null for the defaults.</param>
    /// <param name="ct">Stops between articles and questions.</param>
    /// <exception cref="FormatException">A file holds a line that cannot be read.</exception>
    /// <exception cref="IOException">A file cannot be read, or the index cannot be written.</exception>
    public static EvaluationResult Run(
        ISearchEngine engine, string corpus, string queries, EvaluationOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var (documents, textBytes, seconds) = Index(engine, corpus, ct);
        return Measure(engine, EvaluationFiles.ReadQuestions(queries), options ?? new EvaluationOptions(), ct) with
        {
            Documents = documents, IndexSeconds = seconds, TextBytes = textBytes,
        };
    }

    /// <summary>Indexes a corpus; returns the articles, their UTF-8 bytes, and the seconds without reading the file.</summary>
    /// <param name="engine">Its content is replaced.</param>
    /// <param name="corpus">The corpus file.</param>
    /// <param name="ct">Stops between articles.</param>
    public static (int Documents, long TextBytes, double Seconds) Index(ISearchEngine engine, string corpus, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var documents = 0;
        long textBytes = 0;
        var watch = Stopwatch.StartNew();
        using (var writer = engine.OpenWriter())
        {
            writer.Clear();
            foreach (var article in EvaluationFiles.ReadCorpus(corpus))
            {
                ct.ThrowIfCancellationRequested();
                textBytes += Encoding.UTF8.GetByteCount(article.Text ?? "") + Encoding.UTF8.GetByteCount(article.Title ?? "")
                    + Encoding.UTF8.GetByteCount(article.Document ?? "");
                documents++;
                writer.Put(article.ToEntry());
            }

            writer.Commit(1);
        }

        if (engine is IMaintainable maintainable)
        {
            maintainable.Compact(ct);
        }

        return (documents, textBytes, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Asks questions of an index that is already there.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="options">What to measure.</param>
    /// <param name="ct">Stops between questions.</param>
    public static EvaluationResult Measure(
        ISearchEngine engine, IReadOnlyList<EvaluationQuestion> questions, EvaluationOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(options);
        using var snapshot = engine.OpenSnapshot();
        var ranked = questions.Select(q => Ask(snapshot, Text(q, options), options.Depth, ct)).ToList();
        var latencies = new double[questions.Count];

        // Once without the clock, so that what is timed is warm: compiled code, files in memory.
        foreach (var question in questions)
        {
            Ask(snapshot, Text(question, options), options.LatencyDepth, ct);
        }

        for (var i = 0; i < latencies.Length; i++)
        {
            var text = Text(questions[i], options);
            var start = Stopwatch.GetTimestamp();
            Ask(snapshot, text, options.LatencyDepth, ct);
            latencies[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var each = questions.Select((q, i) => Figures(q, ranked[i], latencies[i])).ToList();
        return new EvaluationResult(
            (int)snapshot.Statistics.Entries,
            each.Count,
            Mean(each, e => e.NdcgAt10),
            Mean(each, e => e.MrrAt10),
            Mean(each, e => e.RecallAt1),
            Mean(each, e => e.RecallAt10),
            Mean(each, e => e.RecallAt100),
            EvaluationMeasures.Percentile(latencies, 0.5),
            EvaluationMeasures.Percentile(latencies, 0.99),
            0,
            snapshot.Statistics.Bytes,
            0,
            each);
    }

    private static List<string> Ask(IIndexSnapshot snapshot, string text, int limit, CancellationToken ct)
    {
        // Each line is one document: passages are ranked, nothing is grouped.
        var parsed = QueryParser.Parse(text);
        var request = parsed.ToRequest(limit) with { GroupByDocument = false };
        return [.. QueryAnswer.Of(snapshot, parsed, request, ct).Page.Hits.Select(hit => hit.Id)];
    }

    private static string Text(EvaluationQuestion question, EvaluationOptions options) =>
        options.FoldQueries
            ? string.Join(' ', FieldAnalyzer.Shared.Analyze(question.Text).Select(t => t.Folded))
            : question.Text;

    private static QueryEvaluation Figures(EvaluationQuestion question, List<string> ranked, double latency)
    {
        var relevant = question.Relevant.ToHashSet(StringComparer.Ordinal);
        return new QueryEvaluation(
            question.Id,
            EvaluationMeasures.Ndcg(ranked, relevant, 10),
            EvaluationMeasures.ReciprocalRank(ranked, relevant, 10),
            EvaluationMeasures.Recall(ranked, relevant, 1),
            EvaluationMeasures.Recall(ranked, relevant, 10),
            EvaluationMeasures.Recall(ranked, relevant, 100),
            latency,
            [.. ranked.Take(10)]);
    }

    private static double Mean(List<QueryEvaluation> each, Func<QueryEvaluation, double> figure) =>
        each.Count == 0 ? 0 : each.Average(figure);
}
