using System.Collections.Concurrent;

namespace Search.Ingestion.Running;

/// <summary>
/// What is being read for minutes, by whichever run put it off. Other runs go on meanwhile and leave it to the run that
/// has it. All together have as many places as one run has for ordinary files.
/// </summary>
internal sealed class DeferredReads(int places)
{
    private readonly ConcurrentDictionary<string, (long Size, DateTimeOffset Modified)> _begun = new(StringComparer.Ordinal);

    /// <summary>Not disposed of: what a stopped run left behind gives its place back later.</summary>
    public SemaphoreSlim Places { get; } = new(places);

    /// <summary>False when another run has it.</summary>
    public bool TryBegin(WorkItem work) => _begun.TryAdd(work.Path, (work.Size, work.Modified));

    /// <summary>Whether a run has it as it is now; a file that has changed since is another one.</summary>
    public bool HasBegun(WorkItem work) =>
        _begun.TryGetValue(work.Path, out var begun) && begun == (work.Size, work.Modified);

    public void End(WorkItem work) => _begun.TryRemove(work.Path, out _);
}
