namespace Search.Ingestion.Discovery;

/// <summary>A file that a scan found.</summary>
/// <param name="Path">Path as the store names it.</param>
/// <param name="FullPath">Where it lies on this machine.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Modified">Last write time.</param>
internal sealed record FoundFile(string Path, string FullPath, long Size, DateTimeOffset Modified);
