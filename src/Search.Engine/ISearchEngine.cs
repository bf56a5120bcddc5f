namespace Search.Engine;

/// <summary>
/// A full-text index over passages. Readers hold immutable snapshots and never wait for the writer;
/// what a commit made durable survives a crash, and damage is reported, never answered from.
/// Instances are safe for use from many threads.
/// </summary>
public interface ISearchEngine : IDisposable
{
    /// <summary>The engine's short name: <c>embedded</c> or <c>lucene-net</c>.</summary>
    string Name { get; }

    /// <summary>The store's revision written by the last commit; -1 for an index that has none.</summary>
    long Revision { get; }

    /// <summary>Opens the writer. There is one at a time.</summary>
    /// <exception cref="IndexBusyException">Another writer is open, in this process or in another one.</exception>
    IIndexWriter OpenWriter();

    /// <summary>Opens the state of the last commit. Never waits for a writer; dispose it to let old files go.</summary>
    /// <exception cref="IndexDamagedException">A file of the index is missing or fails its checksum.</exception>
    IIndexSnapshot OpenSnapshot();

    /// <summary>Reads every block of every live file and checks it. Reports damage, does not throw for it.</summary>
    /// <param name="ct">Stops the check between blocks.</param>
    IndexVerification Verify(CancellationToken ct);
}
