namespace Search.Store;

/// <summary>A folder that sources were ingested from.</summary>
/// <param name="Name">First part of the paths of its files.</param>
/// <param name="Folder">Where it lies on the machine that took it in. For operators only.</param>
public sealed record SourceRoot(string Name, string Folder);
