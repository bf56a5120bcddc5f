namespace Search.Engine;

/// <summary>
/// Where an index lies: commits to open, one writer, checks. The scoring core reads and writes through it and knows
/// nothing of files. Opening, reading and checking never write. Safe for many threads.
/// </summary>
internal interface IIndexStorage : IDisposable
{
    /// <summary>The storage's short name.</summary>
    string Name { get; }

    /// <summary>Opens the newest sound commit, or returns the open one with another hold where there is no newer one.</summary>
    /// <exception cref="IndexDamagedException">There are commits, but no sound one of this version.</exception>
    IIndexGeneration Open();

    /// <summary>Opens the writer. There is one at a time, among processes too.</summary>
    /// <exception cref="IndexBusyException">Another writer is open.</exception>
    IStorageWriter OpenWriter();

    /// <summary>Checks every file of the newest commit. Reports damage, does not throw for it.</summary>
    /// <param name="ct">Stops between files.</param>
    IndexVerification Verify(CancellationToken ct);

    /// <summary>Rewrites the index as one segment without deleted passages.</summary>
    /// <param name="ct">Stops before the next step; the index stays as it was.</param>
    /// <exception cref="IndexBusyException">Another writer is open.</exception>
    void Compact(CancellationToken ct);

    /// <summary>Rewrites the segments that hold deleted passages, so that no file holds a word of them.</summary>
    /// <param name="ct">Stops before the next step; the index stays as it was.</param>
    /// <exception cref="IndexBusyException">Another writer is open.</exception>
    void Purge(CancellationToken ct);

    /// <inheritdoc cref="IMaintainable.CopyTo"/>
    long CopyTo(string folder, CancellationToken ct);
}
