using Search.Documents;
using Search.Documents.Catalogues;
using Search.Engine;
using Search.Store;

namespace Search.Ingestion.Projection;

/// <summary>Makes the index say what the store says. The index carries the store's revision; whatever happened in
/// between, the way from one to the other is the list of documents that changed since.</summary>
/// <param name="store">The store.</param>
/// <param name="engine">The engine over the index.</param>
/// <param name="catalogue">The names of the field.</param>
/// <param name="clock">Tells the day, for what holds today.</param>
internal sealed class IndexProjection(IDocumentStore store, ISearchEngine engine, Catalogue catalogue, TimeProvider clock)
{
    /// <summary>Sentences by which a stub is found; more of them say the same.</summary>
    private const int CitingSentences = 8;

    private const string SecretCode = "secret";

    private readonly DocumentValidity _validity = new(catalogue);
    private DateOnly _day;
    private long _secret;

    private bool _hasRemoved;

    // What an earlier process removed may still be in the files.
    private bool _isLookedAt;
    private long _commits;

    /// <summary>The store as the commits of late say it.</summary>
    public RevisionPin Pin { get; } = new();

    /// <summary>Commits of this process, counted before anybody is told that his change is done.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>Whether the day is another one than when the index was last looked over: what holds may have changed with it.</summary>
    public bool IsOfAnotherDay => _day != Today;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>Brings the index up to the store's revision, and once a day up to what holds on the day.</summary>
    /// <returns>How many documents were written again.</returns>
    /// <exception cref="IndexBusyException">Another process is at it.</exception>
    public int CatchUp(CancellationToken ct)
    {
        var from = engine.Revision;
        var to = store.Revision;
        if (from < 0 || from > to)
        {
            // An index ahead of its store belongs to another one, or the store was restored from a backup.
            return Rebuild(ct);
        }

        var day = Today;
        var due = _day == day ? [] : Due(day, ct);
        var written = from == to && due.Count == 0 ? 0 : Write(from, clear: false, due, ct);
        _day = day;
        return written;
    }

    /// <summary>Documents whose force may have changed with the days since they were written.</summary>
    private List<DocumentKey> Due(DateOnly day, CancellationToken ct)
    {
        using var snapshot = engine.OpenSnapshot();
        var due = new List<DocumentKey>();
        var request = new SearchRequest
        {
            Query = new AllQuery(), Filters = [new RangeFilter(IndexFields.ChangesOn, null, IndexEntries.Number(day))], Limit = SearchRequest.MaxLimit, PassagesPerGroup = 1,
        };
        try
        {
            while (snapshot.Search(request, ct) is var page)
            {
                due.AddRange(page.Hits.Select(hit => DocumentKey.Parse(hit.Group)));
                if (page.NextCursor is not { } next || due.Count >= SearchRequest.MaxWindow - SearchRequest.MaxLimit)
                {
                    break;
                }

                request = request with { Cursor = next };
            }
        }
        catch (IndexDamagedException)
        {
            // Searches and checks report the damage; mending it writes everything again.
        }

        return due;
    }

    /// <summary>Writes the whole index again and brings it into its fastest form. The old generation serves until the
    /// commit; what is asked for after it, a stop included, no longer changes what the index says.</summary>
    public int Rebuild(CancellationToken ct)
    {
        var day = Today;
        var written = Write(-1, clear: true, [], ct);
        _day = day;
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

    /// <summary>The entries of a document with a text.</summary>
    public IReadOnlyList<IndexEntry> EntriesOf(DocumentRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Document is null ? [] : [.. IndexEntries.Of(record, [], _validity.Today(store, record.Summary, Today), catalogue)];
    }

    /// <summary>Takes the words of removed documents out of the files of the index and the log of the store, where papers were
    /// refused for their secrecy. To be called some time after a removal; what could not be done is done by the next call.</summary>
    /// <exception cref="IndexDamagedException">The index is damaged.</exception>
    public void Purge(CancellationToken ct)
    {
        _hasRemoved |= !_isLookedAt;
        _isLookedAt = true;
        PurgeRemoved(ct);
    }

    /// <summary>The same for what this process removed.</summary>
    /// <exception cref="IndexDamagedException">The index is damaged.</exception>
    public void PurgeRemoved(CancellationToken ct)
    {
        if (!_hasRemoved)
        {
            return;
        }

        var secret = CountSecret();
        try
        {
            _hasRemoved = secret > 0 && !IsPurged(ct);
            _secret = secret;
        }
        catch (Exception e) when (e is IndexBusyException || (e is IOException and not IndexDamagedException))
        {
            // No room, or another process is at it.
        }
    }

    private bool IsPurged(CancellationToken ct)
    {
        if (HasDeleted() && engine is IMaintainable maintainable)
        {
            maintainable.Purge(ct);
        }

        // Whoever reads an older revision keeps it in the log.
        Pin.Dispose();
        return store.ClearLog();
    }

    private bool HasDeleted()
    {
        using var snapshot = engine.OpenSnapshot();
        return snapshot.Statistics.Deleted > 0;
    }

    private long CountSecret() => store.CountQuarantine() - store.CountQuarantine(SecretCode);

    /// <summary>A damaged document is left out, and the others are not kept waiting for it: mending it changes it, so that it
    /// comes in then.</summary>
    private DocumentRecord? Read(IStoreSnapshot? at, DocumentKey key)
    {
        try
        {
            return at is null ? store.Read(key) : at.Read(key);
        }
        catch (StoreDamagedException)
        {
            return null;
        }
    }

    private int Write(long from, bool clear, List<DocumentKey> due, CancellationToken ct)
    {
        // Everything is read at one revision, which the commit names: what changes meanwhile is found by the next catch-up.
        var at = store.OpenSnapshot();
        try
        {
            var to = at?.Revision ?? store.Revision;
            var written = Write(at, from, to, clear, due, ct, out var removed);
            Pin.Hold(at);
            at = null;
            Interlocked.Increment(ref _commits);
            if (removed && !clear)
            {
                _hasRemoved = true;
                if (CountSecret() > _secret)
                {
                    PurgeRemoved(ct);
                }
            }

            return written;
        }
        finally
        {
            at?.Dispose();
        }
    }

    private int Write(IStoreSnapshot? at, long from, long to, bool clear, List<DocumentKey> due, CancellationToken ct, out bool removed)
    {
        using var writer = engine.OpenWriter();
        if (clear)
        {
            writer.Clear();
        }

        var today = Today;
        var written = 0;
        removed = false;
        var changes = at is null ? store.Changes(from) : at.Changes(from);
        var changed = due.Count == 0 ? [] : changes.Select(change => change.Key).ToHashSet();
        foreach (var change in changes.Concat(due.Where(key => !changed.Contains(key)).Select(key => new DocumentChange(key, to, Removed: false))))
        {
            ct.ThrowIfCancellationRequested();
            if (!clear)
            {
                writer.DeleteGroup(change.Key.Value);
            }

            removed |= change.Removed;
            if (change.Removed || Read(at, change.Key) is not { } record || record.Summary.Key != change.Key)
            {
                continue;
            }

            IReadOnlyList<string> cited = record.Document is null
                ? [.. Citing(at, change.Key).Select(citing => citing.Sentence).Distinct(StringComparer.Ordinal)]
                : [];
            foreach (var entry in IndexEntries.Of(record, cited, _validity.Today(store, record.Summary, today), catalogue))
            {
                writer.Put(entry);
            }

            written++;
        }

        writer.Commit(to);
        return written;
    }

    private IReadOnlyList<CitationRecord> Citing(IStoreSnapshot? at, DocumentKey key) =>
        at is null ? store.CitedBy(key, CitingSentences) : at.CitedBy(key, CitingSentences);
}
