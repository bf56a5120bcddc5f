using Search.Documents;
using Search.Store;

namespace Search.Ingestion.Projection;

/// <summary>A reader's hold on the store at the revision of the index that answers it. Safe for many threads.</summary>
public sealed class PinnedRevision : IDisposable
{
    private readonly HeldRevision _held;
    private int _returned;

    /// <param name="held">The revision, held by the caller meanwhile.</param>
    internal PinnedRevision(HeldRevision held)
    {
        held.Add();
        _held = held;
    }

    /// <summary>The document as it was, or null.</summary>
    /// <exception cref="StoreDamagedException">What it is read from is not what was written.</exception>
    /// <exception cref="IOException">The disk refused.</exception>
    public DocumentRecord? Read(DocumentKey key) => _held.Snapshot.Read(key);

    /// <summary>Lets it go.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _returned, 1) == 0)
        {
            _held.Release();
        }
    }
}
