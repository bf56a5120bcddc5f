namespace Search.Ingestion.Discovery;

/// <summary>What is there: files in their order, problems, and files the store knows that are gone.</summary>
internal sealed record FolderScan(FoundFiles Files, IReadOnlyList<ScanProblem> Problems, IReadOnlyList<string> Gone);
