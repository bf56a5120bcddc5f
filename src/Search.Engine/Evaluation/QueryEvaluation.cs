namespace Search.Engine;

/// <summary>One question's figures.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="NdcgAt10">See <see cref="EvaluationResult"/>.</param>
/// <param name="MrrAt10">See <see cref="EvaluationResult"/>.</param>
/// <param name="RecallAt1">See <see cref="EvaluationResult"/>.</param>
/// <param name="RecallAt10">See <see cref="EvaluationResult"/>.</param>
/// <param name="RecallAt100">See <see cref="EvaluationResult"/>.</param>
/// <param name="LatencyMs">Milliseconds of the top-10 search.</param>
/// <param name="Top">Ids of the first ten hits.</param>
public sealed record QueryEvaluation(
    string Id,
    double NdcgAt10,
    double MrrAt10,
    double RecallAt1,
    double RecallAt10,
    double RecallAt100,
    double LatencyMs,
    IReadOnlyList<string> Top);
