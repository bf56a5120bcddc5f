using Search.Engine;

namespace Search.Application.Reading;

/// <summary>Keeps one generation of the index open while a request reads it.</summary>
internal sealed class SnapshotLease : IDisposable
{
    private Shared? _shared;

    private SnapshotLease(Shared shared) => _shared = shared;

    public IIndexSnapshot Snapshot => (_shared ?? throw new ObjectDisposedException(nameof(SnapshotLease))).Snapshot;

    public void Dispose() => Interlocked.Exchange(ref _shared, null)?.Release();

    /// <summary>A generation with the number of its readers; the last one to leave closes it.</summary>
    internal sealed class Shared(IIndexSnapshot snapshot)
    {
        private int _users = 1;

        public IIndexSnapshot Snapshot { get; } = snapshot;

        public long Revision { get; } = snapshot.Revision;

        /// <summary>To be called under the lock that also guards <see cref="Retire"/>.</summary>
        public SnapshotLease Lease()
        {
            Interlocked.Increment(ref _users);
            return new SnapshotLease(this);
        }

        public void Retire() => Release();

        public void Release()
        {
            if (Interlocked.Decrement(ref _users) == 0)
            {
                Snapshot.Dispose();
            }
        }
    }
}
