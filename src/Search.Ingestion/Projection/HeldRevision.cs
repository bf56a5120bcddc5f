using Search.Store;

namespace Search.Ingestion.Projection;

/// <summary>The store at one revision, shared; closed by the last who holds it.</summary>
/// <param name="snapshot">The store; held once from the beginning.</param>
internal sealed class HeldRevision(IStoreSnapshot snapshot)
{
    private int _holders = 1;

    /// <summary>The store.</summary>
    public IStoreSnapshot Snapshot { get; } = snapshot;

    /// <summary>One holder more; to be called by one who holds it.</summary>
    public void Add() => Interlocked.Increment(ref _holders);

    /// <summary>One holder less.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            Snapshot.Dispose();
        }
    }
}
