namespace Search.Ingestion;

/// <summary>How many files of a run met the same fate for the same reason.</summary>
/// <param name="First">The first of them, with the reason in both languages.</param>
/// <param name="Files">How many they are.</param>
public sealed record ProblemCount(IngestEvent First, int Files);
