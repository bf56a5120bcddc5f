namespace Search.Store;

/// <summary>
/// The truth that a store is a copy of, where many machines share one. Reading asks the copy alone; every change is
/// committed to the truth first. Safe for use from many threads.
/// </summary>
public interface ISharedTruth
{
    /// <summary>How far the copy is behind, as of the last time the truth was asked.</summary>
    FollowState State { get; }

    /// <summary>Brings the copy up to the truth.</summary>
    /// <param name="ct">Asks for a stop before it is begun.</param>
    /// <returns>Whether anything came.</returns>
    /// <exception cref="StoreBusyException">The truth cannot be reached now.</exception>
    /// <exception cref="StoreDamagedException">The copy cannot go on from where it is: a commit is missing, the truth lost what
    /// the copy holds, or is of a newer format.</exception>
    bool Follow(CancellationToken ct = default);

    /// <summary>Whether this node is the one that ingests folders: true only while nobody else can be.</summary>
    bool IsLeading { get; }

    /// <summary>All nodes as of the last <see cref="Beat"/>; none is known to be ready when that was long ago.</summary>
    IReadOnlyList<NodeState> Nodes { get; }

    /// <summary>Tells the others that this node lives, and becomes or stays the one that ingests where no other is.</summary>
    /// <param name="isReady">Whether it wants to be asked.</param>
    /// <exception cref="StoreBusyException">The truth cannot be reached now.</exception>
    void Beat(bool isReady);

    /// <summary>Leaves the ingestion to another node at once, as when this one goes down.</summary>
    /// <exception cref="StoreBusyException">The truth cannot be reached now.</exception>
    void StepDown();

    /// <summary>Waits until somebody has committed, or for a time; a wake-up that is lost costs no more than that time.</summary>
    /// <param name="most">How long at most.</param>
    /// <param name="ct">Ends the wait.</param>
    Task WaitAsync(TimeSpan most, CancellationToken ct);
}
