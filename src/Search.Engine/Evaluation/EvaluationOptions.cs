namespace Search.Engine;

/// <summary>What an evaluation measures.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Hits asked for when measuring quality, 100 or more.</summary>
    /// <value>100</value>
    public int Depth { get; init; } = 100;

    /// <summary>Hits asked for when measuring latency.</summary>
    /// <value>10</value>
    public int LatencyDepth { get; init; } = 10;

    /// <summary>Types the questions without accents first.</summary>
    public bool FoldQueries { get; init; }
}
