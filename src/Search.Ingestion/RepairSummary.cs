namespace Search.Ingestion;

/// <summary>What mending a store did.</summary>
/// <param name="Rows">Rows written again from other rows, or taken out.</param>
/// <param name="Files">Files read again from their sources.</param>
/// <param name="Missing">Paths of damaged files whose source is gone or has changed since: they need a backup.</param>
public sealed record RepairSummary(int Rows, int Files, IReadOnlyList<string> Missing)
{
    /// <summary>True when nothing is left damaged.</summary>
    public bool IsComplete => Missing.Count == 0;
}
