using System.Collections.Concurrent;
using System.Globalization;
using Search.Application.Lines;
using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Engine;
using Search.Ingestion;
using Search.Ingestion.Corrections;
using Search.Store;

namespace Search.Application.Reading;

// Longer than most files because generation, documents and statistics of one revision are handed out and given up together.
/// <summary>
/// The store and the index as requests see them: one immutable generation at a time, and the documents read last
/// kept in memory until the store changes.
/// </summary>
internal sealed class CollectionReader
{
    private const string SecretCode = "secret";
    private const int CachedLists = 4096;
    private static readonly string Build = typeof(CollectionReader).Module.ModuleVersionId.ToString("N")[..8];
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);
    private readonly KnowledgeBase _system;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly Lock _polling = new();
    private readonly GraphMirror _graph;
    private readonly DocumentCache _documents;
    private SnapshotLease.Shared? _current;
    private Memory _memory;
    private string _state = "";
    private long _looked;
    private long _seen;

    /// <param name="system">The opened data folder.</param>
    /// <param name="clock">Tells when to look for changes.</param>
    /// <param name="memory">Bytes for documents kept in memory.</param>
    /// <param name="name">Tells the answers of several collections of one host apart.</param>
    public CollectionReader(KnowledgeBase system, TimeProvider clock, long memory = 64L << 20, string name = "")
    {
        Name = name;
        _system = system;
        _clock = clock;
        _documents = new DocumentCache(memory);
        _memory = new Memory(-1, this, system.Corrections.Known, mayHoldUnnumbered: null);
        _graph = new GraphMirror(system.Store, system.Catalogue);
        Names = new QueryCatalogue(
            system.Catalogue.Types.Select(type => new QueryType(
                type.Id, type.Name, [.. type.AbbreviationsIn(Layer.Any)], [.. type.LongNames, .. type.Variants])),
            system.Catalogue.Bodies.SelectMany(body =>
                body.ShortNames.Prepend(body.Name).Select(name => KeyValuePair.Create(name, body.Name))),
            system.Catalogue.Provinces.SelectMany(province =>
                province.Variants.Prepend(province.Committee).Prepend(province.Name)
                    .Select(name => KeyValuePair.Create(name, province.Id))),
            system.Catalogue.Bodies.SelectMany(body =>
                new[] { body.Abbreviation, body.Organ }.Concat(body.Variants).OfType<string>()
                    .Select(sign => KeyValuePair.Create(sign, (string?)(body.Shared || body.Ambiguous ? null : body.Name)))))
        {
            IsHeldIssuer = form => HeldIssuers.Contains(form),
            Closed =
            [
                .. Labels.Levels.Select(level => new QueryValue(IndexFields.Level, level, Labels.Level(level))),
                .. Enum.GetValues<DocumentStatus>().Select(status => new QueryValue(IndexFields.Status, status.Id(), status.Id())),
                .. Enum.GetValues<ValidityState>().Select(state => new QueryValue(IndexFields.Validity, ValidityNames.Id(state), ValidityNames.Label(state))),
            ],
        };
    }

    /// <summary>What tells this collection from others of the host; empty for the open one.</summary>
    public string Name { get; }

    public KnowledgeBase Base => _system;

    public IDocumentStore Store => _system.Store;

    /// <summary>The names that queries may use.</summary>
    public QueryCatalogue Names { get; }

    /// <summary>Revision of the store, at most a tenth of a second old.</summary>
    public long Revision
    {
        get
        {
            Poll();
            return _memory.Revision;
        }
    }

    /// <summary>Names what answers are made from now: two answers with one state to the same question are equal.</summary>
    public string State
    {
        get
        {
            Poll();
            return _state;
        }
    }

    /// <summary>Generation of the index that answers now.</summary>
    public long Generation
    {
        get
        {
            using var lease = Lease();
            return lease.Snapshot.Generation;
        }
    }

    /// <summary>The current generation of the index; it stays open until the lease is given back.</summary>
    /// <exception cref="IndexDamagedException">No generation can be opened.</exception>
    public SnapshotLease Lease()
    {
        Poll();
        SnapshotLease lease;
        lock (_lock)
        {
            if (_current is null)
            {
                _current = new SnapshotLease.Shared(_system.Engine.OpenSnapshot(), this);
                Renew();
            }

            lease = _current.Lease();
        }

        if (lease.Snapshot.Revision > _memory.Revision)
        {
            // Both moved on in between: what is in memory of the store must not be older than the index.
            lock (_polling)
            {
                MoveToStore();
            }
        }

        return lease;
    }

    public DocumentRecord? Document(DocumentKey key) => Shown(key.Value)?.Record;

    /// <summary>The document of that slug, or null; slugs of old keys lead to the document too.</summary>
    public DocumentRecord? BySlug(string slug)
    {
        if (slug.Length > 256 || !slug.AsSpan().ContainsAny(SlugLetters) || slug.AsSpan().ContainsAnyExcept(SlugLetters))
        {
            return null;
        }

        Poll();
        if (_documents.BySlug(slug) is { } known)
        {
            return known.Record;
        }

        var age = _documents.Age;
        return Remember(Store.ReadBySlug(slug), age)?.Record;
    }

    /// <summary>The document of that key with what hits show of it, or null.</summary>
    public CachedDocument? Shown(string key)
    {
        Poll();
        if (_documents.ByKey(key) is { } known)
        {
            return known;
        }

        var age = _documents.Age;
        return DocumentKey.TryParse(key, out var parsed) ? Remember(Store.Read(parsed), age) : null;
    }

    /// <summary>Reads documents before anyone asks for them, until all are in memory or the memory for them is full.</summary>
    public void WarmUp(CancellationToken stop)
    {
        foreach (var document in List(includeStubs: false))
        {
            if (stop.IsCancellationRequested || _documents.IsFull)
            {
                return;
            }

            Shown(document.Key.Value);
        }
    }

    /// <summary>Who cites whom.</summary>
    public CitationGraph Graph
    {
        get
        {
            Poll();
            var memory = _memory;
            return _graph.At(memory.Revision, memory.Recorded, () => memory.WithStubs.Value);
        }
    }

    /// <summary>Counts of the store, read once a revision.</summary>
    public StoreStatistics Statistics
    {
        get
        {
            Poll();
            return _memory.Statistics.Value;
        }
    }

    /// <summary>The refused files. One that was refused for its secrecy mark is told to whoever runs the ingestion and to
    /// no caller: that it exists is a secret, too.</summary>
    public IReadOnlyList<QuarantineEntry> Quarantine(int skip, int limit) => Store.Quarantine(skip, limit, SecretCode);

    /// <summary>How many they are.</summary>
    public long CountQuarantine() => Store.CountQuarantine(SecretCode);

    /// <summary>The refused file that fits, or null.</summary>
    public QuarantineEntry? Refused(Func<QuarantineEntry, bool> fits)
    {
        QuarantineEntry? found = null;
        Store.EachRefused(entry =>
        {
            if (!string.Equals(entry.Code, SecretCode, StringComparison.Ordinal) && fits(entry))
            {
                found = entry;
            }
        });
        return found;
    }

    /// <summary>Every document in the order of keys.</summary>
    public IReadOnlyList<DocumentSummary> List(bool includeStubs)
    {
        Poll();
        return (includeStubs ? _memory.WithStubs : _memory.Present).Value;
    }

    /// <summary>Whether a document present may bear no number; sure where it says no.</summary>
    public bool MayHoldUnnumbered
    {
        get
        {
            Poll();
            return _memory.MayHoldUnnumbered.Value;
        }
    }

    /// <summary>The issuers of the collection's documents and of the catalogue, each once.</summary>
    public IReadOnlyList<string> Issuers
    {
        get
        {
            Poll();
            return _memory.Issuers.Value;
        }
    }

    private HashSet<string> HeldIssuers
    {
        get
        {
            Poll();
            return _memory.HeldIssuers.Value;
        }
    }

    /// <summary>What lists show of a document, or null.</summary>
    public DocumentSummary? Summary(DocumentKey key) => Remember(static memory => memory.Summaries, key, k => Store.Summary(k) is { } summary ? _memory.Recorded.Over(summary) : null);

    /// <summary>The documents known by citation alone, the most needed first.</summary>
    /// <param name="limit">At most so many.</param>
    public IEnumerable<StubRecord> Stubs(int limit)
    {
        Poll();
        var recorded = _memory.Recorded;
        return Store.Stubs(limit).Select(stub => stub with { Summary = recorded.Over(stub.Summary) });
    }

    /// <summary>The citations in a document's own words, in reading order.</summary>
    public IReadOnlyList<Citation> CitationsOf(DocumentKey key) =>
        Remember(static memory => memory.Citations, key, k => [.. Store.CitationsOf(k).Where(citation => !citation.IsNote)]);

    /// <summary>The mentions in an editor's words, of an abstract.</summary>
    public IReadOnlyList<Citation> NotesOf(DocumentKey key) =>
        Remember(static memory => memory.Notes, key, k => [.. Store.CitationsOf(k).Where(citation => citation.IsNote)]);

    public IReadOnlyList<CitationRecord> CitedBy(DocumentKey key) =>
        Remember(static memory => memory.CitedBy, key, k => Store.CitedBy(k));

    /// <summary>Lets the generation of the index go. Not <c>Dispose</c>: a request's end does not end its collection.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _current?.Retire();
            _current = null;
        }
    }

    private static System.Buffers.SearchValues<char> SlugLetters { get; } =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private CachedDocument? Remember(DocumentRecord? record, int age) =>
        record is null ? null : _documents.Keep(new CachedDocument(record with { Summary = _memory.Recorded.Over(record.Summary) }), age);

    private T Remember<T>(Func<Memory, ConcurrentDictionary<string, T>> where, DocumentKey key, Func<DocumentKey, T> read)
    {
        Poll();
        var cache = where(_memory);
        if (cache.TryGetValue(key.Value, out var known))
        {
            return known;
        }

        var value = read(key);
        if (cache.Count < CachedLists)
        {
            cache[key.Value] = value;
        }

        return value;
    }

    // Moves on to the store's and the index's newest state, looking at most ten times a second, and at once after this
    // process changed the index: whoever was told that his change is done finds it.
    private void Poll()
    {
        var commits = _system.Commits + _system.Corrections.Recordings;
        var now = _clock.GetTimestamp();
        if (commits == Interlocked.Read(ref _seen))
        {
            var last = Interlocked.Read(ref _looked);
            if (last != 0 && _clock.GetElapsedTime(last, now) < PollInterval)
            {
                return;
            }

            if (Interlocked.CompareExchange(ref _looked, now, last) != last)
            {
                return;
            }
        }

        lock (_polling)
        {
            if (commits >= _seen)
            {
                MoveOn();
                Interlocked.Exchange(ref _looked, now);
                Interlocked.Exchange(ref _seen, commits);
            }
        }
    }

    private void MoveOn()
    {
        MoveToStore();
        lock (_lock)
        {
            if (_current is null || _system.Engine.Revision == _current.Revision)
            {
                return;
            }

            var next = new SnapshotLease.Shared(_system.Engine.OpenSnapshot(), this);
            if (next.Revision > _memory.Revision)
            {
                // The store moved on in between: what is in memory of it must not be older than the index.
                MoveToStore();
            }

            _current.Retire();
            _current = next;
            Renew();
        }
    }

    private void MoveToStore()
    {
        var revision = Store.Revision;
        var recorded = _system.Corrections.Known;
        if (revision == _memory.Revision && ReferenceEquals(recorded, _memory.Recorded))
        {
            return;
        }

        // A store that went back was put in another one's place: nothing of the old one holds.
        bool? mayHoldUnnumbered = null;
        if (revision < _memory.Revision || !ReferenceEquals(recorded, _memory.Recorded))
        {
            _documents.ForgetAll();
        }
        else if (_memory.Revision >= 0)
        {
            var changes = Store.Changes(_memory.Revision);
            _documents.Forget(changes.Select(change => change.Key.Value));
            // Known without reading all documents again for each one that arrives.
            mayHoldUnnumbered = _memory.MayHoldUnnumbered.TryGet(out var before) ? before || changes.Any(change => !change.Key.IsNumbered) : null;
        }

        _memory = new Memory(revision, this, recorded, mayHoldUnnumbered);
        Renew();
    }

    private void Renew() =>
        _state = string.Create(CultureInfo.InvariantCulture, $"{Name}{_memory.Revision:x}.{_current?.Snapshot.Generation ?? 0:x}.{_memory.Recorded.State}{Build}");

    // What was read from one revision of the store; thrown away as a whole when there is a newer one.
    private sealed class Memory(long revision, CollectionReader reader, KnownRecords recorded, bool? mayHoldUnnumbered)
    {
        public long Revision { get; } = revision;

        /// <summary>What people recorded of documents that are only cited.</summary>
        public KnownRecords Recorded { get; } = recorded;

        public ConcurrentDictionary<string, DocumentSummary?> Summaries { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, IReadOnlyList<Citation>> Notes { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, IReadOnlyList<Citation>> Citations { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, IReadOnlyList<CitationRecord>> CitedBy { get; } = new(StringComparer.Ordinal);

        public ReadOnce<StoreStatistics> Statistics { get; } = new(() => reader.Store.Statistics() with { Quarantined = reader.CountQuarantine() });

        public ReadOnce<IReadOnlyList<DocumentSummary>> Present { get; } = new(() =>
            [.. reader.List(includeStubs: true).Where(document => document.Status is DocumentStatus.Present or DocumentStatus.Abstract)]);

        public ReadOnce<IReadOnlyList<DocumentSummary>> WithStubs { get; } = new(() => recorded.Over(reader.Store.List(includeStubs: true)));

        public ReadOnce<bool> MayHoldUnnumbered { get; } = mayHoldUnnumbered is { } known
            ? new(known)
            : new(() => reader.List(includeStubs: false).Any(document => !document.Key.IsNumbered));

        public ReadOnce<IReadOnlyList<string>> Issuers { get; } = new(() =>
        [
            .. reader.List(includeStubs: true).Select(document => document.Issuer).OfType<string>()
                .Concat(reader.Base.Catalogue.Bodies.Select(body => body.Name)).Distinct(StringComparer.Ordinal),
        ]);

        /// <summary>Forms of the issuers that documents carry.</summary>
        public ReadOnce<HashSet<string>> HeldIssuers { get; } = new(() => reader.List(includeStubs: true).Select(document => document.Issuer).OfType<string>()
            .Distinct(StringComparer.Ordinal).Select(KeywordForm.Of).ToHashSet(StringComparer.Ordinal));
    }
}
