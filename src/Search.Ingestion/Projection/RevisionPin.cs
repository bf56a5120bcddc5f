using Search.Store;

namespace Search.Ingestion.Projection;

/// <summary>
/// Holds the store at the revisions that the index was written from lately, so that an answer shows the words it was found
/// by while the store or the index has moved on. Let go a short time after that: the store cannot clear its log meanwhile,
/// and what was removed must not be shown for long. Safe for many threads.
/// </summary>
internal sealed class RevisionPin : IDisposable
{
    // Looks at it between the first that found the store ahead and the one that lets go.
    private const int Patience = 2;

    // Commits that follow one another faster than the slowest answer.
    private const int MostHeld = 8;

    private readonly Lock _gate = new();
    private readonly LinkedList<(HeldRevision Held, int Behind)> _held = [];

    /// <summary>Holds one more revision, the newest.</summary>
    /// <param name="snapshot">The store at it; null for none.</param>
    public void Hold(IStoreSnapshot? snapshot)
    {
        lock (_gate)
        {
            if (snapshot is not null)
            {
                _held.AddFirst((new HeldRevision(snapshot), 0));
            }

            while (_held.Count > MostHeld)
            {
                Release(_held.Last!);
            }
        }
    }

    /// <summary>The store at a revision, to be given back; null where it is not held.</summary>
    public PinnedRevision? Read(long revision)
    {
        lock (_gate)
        {
            foreach (var (held, _) in _held)
            {
                if (held.Snapshot.Revision == revision)
                {
                    return new PinnedRevision(held);
                }
            }

            return null;
        }
    }

    /// <summary>Looks which have been held long enough. To be called every few seconds.</summary>
    /// <param name="storeRevision">The store's revision now.</param>
    public void Look(long storeRevision)
    {
        lock (_gate)
        {
            for (var node = _held.First; node is not null;)
            {
                var (own, next) = (node, node.Next);
                var (held, behind) = own.Value;
                own.Value = (held, held.Snapshot.Revision == storeRevision ? 0 : behind + 1);
                if (own.Value.Behind >= Patience || held.Snapshot.IsCostly)
                {
                    Release(own);
                }

                node = next;
            }
        }
    }

    /// <summary>Lets all of them go.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            while (_held.Last is { } last)
            {
                Release(last);
            }
        }
    }

    private void Release(LinkedListNode<(HeldRevision Held, int Behind)> node)
    {
        _held.Remove(node);
        node.Value.Held.Release();
    }
}
