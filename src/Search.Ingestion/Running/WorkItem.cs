using Search.Documents;
using Search.Ingestion.Discovery;

namespace Search.Ingestion.Running;

/// <summary>One thing to ingest: a file, or an entry of a container.</summary>
/// <param name="Path">Path as the store names it.</param>
/// <param name="Size">Size in bytes, as far as it is known before reading.</param>
/// <param name="Modified">Last write time of the file on disk.</param>
/// <param name="Load">Reads the content.</param>
/// <param name="Refusal">Why it is refused unread; null when it is not.</param>
internal sealed record WorkItem(
    string Path,
    long Size,
    DateTimeOffset Modified,
    Func<CancellationToken, byte[]> Load,
    FileRefusedException? Refusal = null)
{
    /// <summary>What is known of it without looking into it; null when it has to be looked into.</summary>
    public IngestEvent? Known { get; init; }

    /// <summary>The file on disk, which may be the container; null when there is nothing to read.</summary>
    public FoundFile? File { get; init; }

    /// <summary>What its container says above it (<see cref="SourceText.Beside"/>); null for nothing.</summary>
    public string? Heading { get; init; }

    /// <summary>Reads the content again, where <see cref="Load"/> holds it in memory; null where that reads it itself.</summary>
    public Func<CancellationToken, byte[]>? Reload { get; init; }

    /// <summary>Whether it was deferred because reading it takes minutes, and is to be read now.</summary>
    public bool MayTakeLong { get; init; }
}
