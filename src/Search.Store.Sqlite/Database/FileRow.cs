namespace Search.Store.Sqlite;

/// <summary>A row of <c>files</c> without its text.</summary>
internal sealed class FileRow
{
    /// <summary>The columns of this row; <c>f</c> is files.</summary>
    public const string Columns = """
        f.path, f.sha256, f.size, f.modified, f.encoding, f.ingested_at AS IngestedAt, f.reading,
        (SELECT count(*) FROM sources s WHERE s.file_id = f.id) AS Documents
        """;

    public string Path { get; set; } = "";

    public string Sha256 { get; set; } = "";

    public long Size { get; set; }

    public long Modified { get; set; }

    public string Encoding { get; set; } = "";

    public long IngestedAt { get; set; }

    public long Reading { get; set; }

    public long Documents { get; set; }

    public StoredFile ToFile() => new(
        Path,
        Sha256,
        Size,
        StoreValues.Instant(Modified),
        Encoding,
        (int)Documents,
        StoreValues.Instant(IngestedAt),
        (int)Reading);
}
