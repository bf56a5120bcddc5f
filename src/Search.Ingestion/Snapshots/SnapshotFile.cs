namespace Search.Ingestion.Snapshots;

/// <summary>A file of a snapshot.</summary>
/// <param name="Name">Its path in the data folder, with <c>/</c> between folders.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its SHA-256, 64 lower-case hex figures.</param>
public sealed record SnapshotFile(string Name, long Bytes, string Sha256)
{
    /// <summary>Whether its name leads nowhere but into the data folder.</summary>
    internal bool IsPlausible => Bytes >= 0 && Sha256 is { Length: 64 } && Name is { Length: > 0 }
        && !Name.Contains('\\', StringComparison.Ordinal) && !Name.Contains('\0', StringComparison.Ordinal)
        && Name.Split('/').All(part => part is not ("" or "." or ".."));
}
