namespace Search.Engine.Campaign;

/// <summary>What a campaign found.</summary>
/// <param name="Name">The campaign.</param>
/// <param name="Figures">What was tried and counted, for the reader of the log.</param>
/// <param name="Failures">Promises that did not hold; empty when all did.</param>
public sealed record Outcome(string Name, string Figures, IReadOnlyList<string> Failures)
{
    /// <summary>Failures told of; more say the same.</summary>
    public const int MostFailures = 20;

    /// <summary>Whether every promise held.</summary>
    public bool IsGood => Failures.Count == 0;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{(IsGood ? "good" : "FAILED")}  {Name}: {Figures}{string.Concat(Failures.Take(MostFailures).Select(failure => $"\n        {failure}"))}";
}
