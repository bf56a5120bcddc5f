namespace Search.Ingestion.Snapshots;

/// <summary>Where snapshots lie: a folder that all nodes reach, or a bucket. Each is a <c>snapshot-REVISION</c> with files.</summary>
public interface ISnapshotStorage : IDisposable
{
    /// <summary>How it is named to people.</summary>
    string Location { get; }

    /// <summary>Revisions of what lies there, the newest first; some may have no manifest yet, or no more.</summary>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="IOException">The storage does not answer.</exception>
    IReadOnlyList<long> List(CancellationToken ct);

    /// <summary>Writes a file, in place of one of that name; it is there as a whole or not at all.</summary>
    /// <param name="revision">Of the snapshot.</param>
    /// <param name="name">Its name, with <c>/</c> between folders.</param>
    /// <param name="content">What goes in.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="IOException">The storage does not answer.</exception>
    void Put(long revision, string name, Stream content, CancellationToken ct);

    /// <summary>Opens a file; null where there is none.</summary>
    /// <param name="revision">Of the snapshot.</param>
    /// <param name="name">Its name.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="IOException">The storage does not answer.</exception>
    Stream? Open(long revision, string name, CancellationToken ct);

    /// <summary>Deletes a snapshot, its manifest first.</summary>
    /// <param name="revision">Of the snapshot.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="IOException">The storage does not answer.</exception>
    void Delete(long revision, CancellationToken ct);
}
