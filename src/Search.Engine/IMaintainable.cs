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

    /// <summary>Copies the newest sound commit, so that the copy opens as an index of its own. Writers go on meanwhile.</summary>
    /// <param name="folder">The copy's folder; made when missing.</param>
    /// <param name="ct">Stops between files; what was copied stays.</param>
    /// <returns>The revision that the copy mirrors; -1 where there is no commit, and nothing is copied then.</returns>
    /// <exception cref="IndexDamagedException">There is no sound commit.</exception>
    /// <exception cref="IOException">The disk refused.</exception>
    long CopyTo(string folder, CancellationToken ct);
}
