namespace Search.Ingestion.Discovery;

/// <summary>What is there: files in the order of their paths, problems, and files the store knows that are gone.</summary>
internal sealed record FolderScan(
    IReadOnlyList<FoundFile> Files, IReadOnlyList<ScanProblem> Problems, IReadOnlyList<string> Gone);
