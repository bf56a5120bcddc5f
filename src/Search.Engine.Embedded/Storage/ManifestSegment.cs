namespace Search.Engine.Embedded;

/// <summary>A live segment.</summary>
/// <param name="File">File name of the segment.</param>
/// <param name="Docs">Passages in it, deleted ones counted.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="DeletesFile">File name of the bitmap of deleted passages, or null.</param>
/// <param name="Deleted">Deleted passages.</param>
internal sealed record ManifestSegment(string File, int Docs, long Bytes, string? DeletesFile, int Deleted);
