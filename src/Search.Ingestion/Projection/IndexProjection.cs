using Search.Documents.Catalogues;
using Search.Engine;
using Search.Store;

namespace Search.Ingestion.Projection;

/// <summary>Makes the index say what the store says. The index carries the store's revision; whatever happened in
/// between, the way from one to the other is the list of documents that changed since.</summary>
internal sealed class IndexProjection(IDocumentStore store, ISearchEngine engine, Catalogue catalogue, TimeProvider clock)
{
    /// <summary>Sentences by which a stub is found; more of them say the same.</summary>
    private const int CitingSentences = 8;

    private const string SecretCode = "secret";

    private readonly DocumentValidity _validity = new(catalogue);
    private long _secret;

    /// <summary>Brings the index up to the store's revision.</summary>
    /// <returns>How many documents were written again.</returns>
    /// <exception cref="IndexBusyException">Another process is at it.</exception>
    public int CatchUp(CancellationToken ct)
    {
        var from = engine.Revision;
        var to = store.Revision;
        if (from == to)
        {
            return 0;
        }

        // An index ahead of its store belongs to another one, or the store was restored from a backup.
        return from < 0 || from > to ? Rebuild(ct) : Write(from, clear: false, ct);
    }

    /// <summary>Writes the whole index again and brings it into its fastest form. The old generation serves until the
    /// commit; what is asked for after it, a stop included, no longer changes what the index says.</summary>
    public int Rebuild(CancellationToken ct)
    {
        var written = Write(-1, clear: true, ct);
        try
        {
            if (engine is IMaintainable maintainable)
            {
                maintainable.Compact(ct);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IndexBusyException || (e is IOException and not IndexDamagedException))
        {
            // The index is whole without it: no time, another process at it, or no room for the second copy. The
            // engine's own merges go on with the next writer.
        }

        return written;
    }

    /// <summary>A damaged document is left out, and the others are not kept waiting for it: mending it changes it, so that it
    /// comes in then.</summary>
    private DocumentRecord? Read(Documents.DocumentKey key)
    {
        try
        {
            return store.Read(key);
        }
        catch (StoreDamagedException)
        {
            return null;
        }
    }

    private int Write(long from, bool clear, CancellationToken ct)
    {
        // Read first: a document that changes while this runs is found once more by the next catch-up.
        var to = store.Revision;
        using var writer = engine.OpenWriter();
        if (clear)
        {
            writer.Clear();
        }

        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var written = 0;
        var removed = false;
        foreach (var change in store.Changes(from))
        {
            ct.ThrowIfCancellationRequested();
            if (!clear)
            {
                writer.DeleteGroup(change.Key.Value);
            }

            removed |= change.Removed;
            if (change.Removed || Read(change.Key) is not { } record || record.Summary.Key != change.Key)
            {
                continue;
            }

            IReadOnlyList<string> cited = record.Document is null
                ? [.. store.CitedBy(change.Key, CitingSentences).Select(citing => citing.Sentence).Distinct(StringComparer.Ordinal)]
                : [];
            foreach (var entry in IndexEntries.Of(record, cited, _validity.Today(store, record.Summary, today)))
            {
                writer.Put(entry);
            }

            written++;
        }

        writer.Commit(to);
        writer.Dispose();
        if (removed && !clear)
        {
            Purge(ct);
        }

        return written;
    }

    // Documents went, and more files are refused for their secrecy than at the last look: their words leave the files too.
    private void Purge(CancellationToken ct)
    {
        var secret = store.CountQuarantine() - store.CountQuarantine(SecretCode);
        if (secret > _secret && engine is IMaintainable maintainable)
        {
            try
            {
                maintainable.Purge(ct);
            }
            catch (Exception e) when (e is IndexBusyException || (e is IOException and not IndexDamagedException))
            {
                // Tried again with the next removal: the count is not moved on.
                return;
            }
        }

        _secret = secret;
    }
}
