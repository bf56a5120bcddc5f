namespace Search.Engine;

/// <summary>An engine whose files can be rewritten on demand.</summary>
public interface IMaintainable
{
    /// <summary>Merges all segments into one and drops what is deleted; returns when it is done.</summary>
    /// <param name="ct">Stops the work; the index stays as it was.</param>
    /// <exception cref="IndexBusyException">Another writer is open.</exception>
    void Compact(CancellationToken ct);

    /// <summary>
    /// Rewrites the segments that hold deleted passages and removes the old files, so that no file of the index holds a
    /// word of a removed document. For documents that became secret.
    /// </summary>
    /// <param name="ct">Stops the work; the index stays as it was.</param>
    /// <exception cref="IndexBusyException">Another writer is open.</exception>
    void Purge(CancellationToken ct);
}
