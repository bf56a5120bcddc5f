namespace Search.Engine;

/// <summary>The figures of an evaluation. All means are over questions; latencies are of one thread, warm.</summary>
/// <param name="Documents">Indexed articles.</param>
/// <param name="Queries">Questions asked.</param>
/// <param name="NdcgAt10">Normalized discounted cumulative gain of the first 10, binary relevance.</param>
/// <param name="MrrAt10">Mean reciprocal rank of the first relevant one among 10.</param>
/// <param name="RecallAt1">Share of the relevant ones at the first place.</param>
/// <param name="RecallAt10">Share of the relevant ones among the first 10.</param>
/// <param name="RecallAt100">Share of the relevant ones among the first 100.</param>
/// <param name="LatencyP50Ms">Median milliseconds of a top-10 search, parsing included.</param>
/// <param name="LatencyP99Ms">99th percentile of the same.</param>
/// <param name="IndexSeconds">Seconds from the first article to a committed, compacted index.</param>
/// <param name="IndexBytes">Size of the index files.</param>
/// <param name="TextBytes">UTF-8 bytes of the indexed text.</param>
/// <param name="PerQuery">Each question's own figures, in the order of the file.</param>
public sealed record EvaluationResult(
    int Documents,
    int Queries,
    double NdcgAt10,
    double MrrAt10,
    double RecallAt1,
    double RecallAt10,
    double RecallAt100,
    double LatencyP50Ms,
    double LatencyP99Ms,
    double IndexSeconds,
    long IndexBytes,
    long TextBytes,
    IReadOnlyList<QueryEvaluation> PerQuery);
