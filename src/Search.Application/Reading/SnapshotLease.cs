using System.Collections.Concurrent;
using Search.Documents;
using Search.Engine;
using Search.Ingestion.Projection;
using Search.Store;

namespace Search.Application.Reading;

/// <summary>
/// Keeps one generation of the index open while a request reads it, and shows the documents as that generation says them:
/// hits, titles, snippets and counts of an answer are of one revision.
/// </summary>
internal sealed class SnapshotLease : IDisposable
{
    private readonly CollectionReader _collection;
    private PinnedRevision? _pinned;
    private Shared? _shared;
    private bool _isLookedFor;

    private SnapshotLease(Shared shared, CollectionReader collection)
    {
        _shared = shared;
        _collection = collection;
    }

    public IIndexSnapshot Snapshot => (_shared ?? throw new ObjectDisposedException(nameof(SnapshotLease))).Snapshot;

    /// <summary>What was wrong with the last document that could not be read because it is damaged; null for none.</summary>
    public StoreDamagedException? Damage { get; private set; }

    /// <summary>The documents with the same telling words as a given one, the likest first; found once a generation.</summary>
    /// <param name="key">The given one.</param>
    public IReadOnlyList<SearchHit> Similar(string key) => (_shared ?? throw new ObjectDisposedException(nameof(SnapshotLease))).Similar(key);

    /// <summary>
    /// The document of a hit, as it was at the generation's revision; null where it cannot be had any more, or is
    /// <see cref="Damage">damaged</see>. Most documents did not change since; of those that did the store is asked as it was.
    /// </summary>
    /// <param name="key">The hit's document.</param>
    public CachedDocument? Shown(string key)
    {
        try
        {
            return Read(key);
        }
        catch (StoreDamagedException damage)
        {
            // One document that is damaged keeps nobody from the others.
            Damage = damage;
            return null;
        }
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref _pinned, null)?.Dispose();
        Interlocked.Exchange(ref _shared, null)?.Release();
    }

    private CachedDocument? Read(string key)
    {
        var revision = Snapshot.Revision;
        if (_collection.Shown(key) is { } shown && shown.Record.Revision <= revision
            && string.Equals(shown.Record.Summary.Key.Value, key, StringComparison.Ordinal))
        {
            return shown;
        }

        if (!_isLookedFor)
        {
            _isLookedFor = true;
            _pinned = _collection.Base.ReadAt(revision);
        }

        return DocumentKey.TryParse(key, out var parsed) && _pinned?.Read(parsed) is { } record ? new CachedDocument(record) : null;
    }

    /// <summary>A generation with the number of its readers; the last one to leave closes it.</summary>
    internal sealed class Shared(IIndexSnapshot snapshot, CollectionReader collection)
    {
        private const int MostSimilar = 50;
        private const int MostRemembered = 1024;

        private readonly ConcurrentDictionary<string, IReadOnlyList<SearchHit>> _similar = new(StringComparer.Ordinal);
        private int _users = 1;

        public IIndexSnapshot Snapshot { get; } = snapshot;

        public long Revision { get; } = snapshot.Revision;

        public IReadOnlyList<SearchHit> Similar(string key)
        {
            if (_similar.TryGetValue(key, out var known))
            {
                return known;
            }

            var hits = Snapshot.Similar(key, MostSimilar).Hits;
            return _similar.Count < MostRemembered ? _similar.GetOrAdd(key, hits) : hits;
        }

        /// <summary>To be called under the lock that also guards <see cref="Retire"/>.</summary>
        public SnapshotLease Lease()
        {
            Interlocked.Increment(ref _users);
            return new SnapshotLease(this, collection);
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
