using Search.Ingestion.Steps;

namespace Search.Ingestion.Running;

/// <summary>What the steps before the store made of one work item.</summary>
/// <param name="Work">The work item.</param>
/// <param name="Item">The item, with its documents; null when the bytes could not be read.</param>
/// <param name="Refusal">Why it goes to quarantine; null when it does not.</param>
/// <param name="Failure">Why it has to be tried again; null when it has not.</param>
internal sealed record AnalyzedFile(
    WorkItem Work, IngestionItem? Item, FileRefusedException? Refusal = null, FileRefusedException? Failure = null)
{
    /// <summary>Whether it is to be deferred, because reading it takes minutes.</summary>
    public bool Deferred { get; init; }

    /// <summary>What was refused before its bytes were looked at. What may go away by itself is not refused.</summary>
    public static AnalyzedFile From(WorkItem work, FileRefusedException refusal) =>
        string.Equals(refusal.Step, "load", StringComparison.Ordinal)
            ? new AnalyzedFile(work, null, Failure: refusal)
            : new AnalyzedFile(work, null, refusal);
}
