namespace Search.Store;

/// <summary>One source file as it goes into the store, with its decoded (and masked) text.</summary>
public sealed record SourceRecord
{
    /// <summary>Path of the file as the operator knows it, with <c>/</c> as separator; the identity of the source.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the file's bytes, 64 lower-case hex figures: what tells a changed file from an unchanged one.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Last write time of the file.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Encoding the bytes were in, such as <c>utf-8</c> or <c>tcvn3</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>The decoded text that every span of every document of this file points into.</summary>
    public required string Text { get; init; }

    /// <summary>Version of the reading that made the text and its documents; 0 where none is kept.</summary>
    public int Reading { get; init; }

    /// <summary>When the file was ingested.</summary>
    public required DateTimeOffset IngestedAt { get; init; }
}
