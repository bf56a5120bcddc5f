namespace Search.Store;

/// <summary>A source file the store knows.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Sha256">SHA-256 of its bytes when it was ingested.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Modified">Last write time.</param>
/// <param name="Encoding">Encoding of its bytes.</param>
/// <param name="Documents">How many documents it holds.</param>
/// <param name="IngestedAt">When it was ingested.</param>
/// <param name="Reading">Version of the reading that took it in; 0 for one before versions were kept.</param>
public sealed record StoredFile(
    string Path,
    string Sha256,
    long Size,
    DateTimeOffset Modified,
    string Encoding,
    int Documents,
    DateTimeOffset IngestedAt,
    int Reading);
