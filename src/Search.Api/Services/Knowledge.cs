using System.Collections.Concurrent;
using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Engine;
using Search.Ingestion;
using Search.Store;

namespace Search.Api.Services;

/// <summary>
/// The store and the index as requests see them: one immutable generation at a time, and the documents read last
/// kept in memory until the store changes.
/// </summary>
internal sealed class Knowledge : IDisposable
{
    private const int CachedDocuments = 4096;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private readonly KnowledgeSystem _system;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly GraphMirror _graph;
    private SnapshotLease.Shared? _current;
    private Memory _memory = new(-1);
    private long _looked;

    public Knowledge(KnowledgeSystem system, TimeProvider clock)
    {
        _system = system;
        _clock = clock;
        _graph = new GraphMirror(system.Store, system.Catalogue);
        Names = new QueryCatalogue(
            system.Catalogue.Types.Select(type => new QueryType(
                type.Id, type.Name, [.. type.AbbreviationsIn(Layer.Any)], [.. type.LongNames, .. type.Variants])),
            system.Catalogue.Bodies.SelectMany(body =>
                body.ShortNames.Prepend(body.Name).Select(name => KeyValuePair.Create(name, body.Name))),
            system.Catalogue.Provinces.SelectMany(province =>
                province.Variants.Prepend(province.Committee).Prepend(province.Name)
                    .Select(name => KeyValuePair.Create(name, province.Id))));
    }

    public KnowledgeSystem Base => _system;

    public IKnowledgeBase Store => _system.Store;

    /// <summary>The names that queries may use.</summary>
    public QueryCatalogue Names { get; }

    /// <summary>Revision of the store, at most a tenth of a second old.</summary>
    public long Revision
    {
        get
        {
            Look();
            return _memory.Revision;
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
        Look();
        lock (_lock)
        {
            _current ??= new SnapshotLease.Shared(_system.Engine.OpenSnapshot());
            return _current.Lease();
        }
    }

    public DocumentRecord? Document(DocumentKey key)
    {
        Look();
        var memory = _memory;
        if (memory.Documents.TryGetValue(key.Value, out var known)) return known;
        return memory.Keep(key.Value, Store.Read(key));
    }

    /// <summary>The document of that slug, or null; slugs of old keys lead to the document too.</summary>
    public DocumentRecord? BySlug(string slug)
    {
        if (slug.Length > 256 || !slug.AsSpan().ContainsAny(SlugLetters) || slug.AsSpan().ContainsAnyExcept(SlugLetters)) return null;
        Look();
        var memory = _memory;
        if (memory.Slugs.TryGetValue(slug, out var known)) return known;
        var record = Store.ReadBySlug(slug);
        if (record is not null && memory.Slugs.Count < CachedDocuments) memory.Slugs[slug] = record;
        return record;
    }

    /// <summary>Who cites whom.</summary>
    public CitationGraph Graph
    {
        get
        {
            Look();
            return _graph.At(_memory.Revision);
        }
    }

    /// <summary>Counts of the store, read once a revision.</summary>
    public StoreStatistics Statistics
    {
        get
        {
            Look();
            var memory = _memory;
            return memory.Statistics ??= Store.Statistics();
        }
    }

    /// <summary>Every document in the order of keys.</summary>
    public IReadOnlyList<DocumentSummary> List(bool includeStubs)
    {
        Look();
        var memory = _memory;
        return includeStubs ? memory.WithStubs ??= Store.List(includeStubs: true) : memory.Present ??= Store.List();
    }

    public IReadOnlyList<Citation> CitationsOf(DocumentKey key) =>
        Remember(_memory.Citations, key, Store.CitationsOf);

    public IReadOnlyList<CitationRecord> CitedBy(DocumentKey key) =>
        Remember(_memory.CitedBy, key, k => Store.CitedBy(k));

    public void Dispose()
    {
        lock (_lock)
        {
            _current?.Retire();
            _current = null;
        }
    }

    private static System.Buffers.SearchValues<char> SlugLetters { get; } =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private T Remember<T>(ConcurrentDictionary<string, T> cache, DocumentKey key, Func<DocumentKey, T> read)
    {
        Look();
        if (cache.TryGetValue(key.Value, out var known)) return known;
        var value = read(key);
        if (cache.Count < CachedDocuments) cache[key.Value] = value;
        return value;
    }

    // Moves on to the store's and the index's newest state, looking at most ten times a second.
    private void Look()
    {
        var now = _clock.GetTimestamp();
        var last = Interlocked.Read(ref _looked);
        if (last != 0 && _clock.GetElapsedTime(last, now) < LookEvery) return;
        if (Interlocked.CompareExchange(ref _looked, now, last) != last) return;
        var revision = Store.Revision;
        if (revision != _memory.Revision) _memory = new Memory(revision);
        lock (_lock)
        {
            if (_current is null || _system.Engine.Revision == _current.Revision) return;
            var next = new SnapshotLease.Shared(_system.Engine.OpenSnapshot());
            _current.Retire();
            _current = next;
        }
    }

    // What was read from one revision of the store; thrown away as a whole when there is a newer one.
    private sealed class Memory(long revision)
    {
        public long Revision { get; } = revision;

        public ConcurrentDictionary<string, DocumentRecord> Documents { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, DocumentRecord> Slugs { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, IReadOnlyList<Citation>> Citations { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, IReadOnlyList<CitationRecord>> CitedBy { get; } = new(StringComparer.Ordinal);

        public StoreStatistics? Statistics { get; set; }

        public IReadOnlyList<DocumentSummary>? Present { get; set; }

        public IReadOnlyList<DocumentSummary>? WithStubs { get; set; }

        public DocumentRecord? Keep(string key, DocumentRecord? record)
        {
            if (record is not null && Documents.Count < CachedDocuments) Documents[key] = record;
            return record;
        }
    }
}
