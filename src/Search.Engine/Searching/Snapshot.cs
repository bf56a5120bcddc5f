namespace Search.Engine;

/// <summary>A reader's hold on one generation.</summary>
internal sealed class Snapshot : IIndexSnapshot
{
    private readonly IIndexGeneration _stored;
    private readonly Generation _generation;
    private int _disposed;

    /// <param name="stored">The commit; its hold is given back with the snapshot.</param>
    /// <param name="settings">The settings.</param>
    public Snapshot(IIndexGeneration stored, CoreSettings settings)
    {
        _stored = stored;
        _generation = Engine.Generation.Of(stored, settings);
    }

    public long Revision => _generation.Revision;

    public long Generation => _generation.Number;

    public string Digest => _generation.Digest;

    public IndexStatistics Statistics => new(
        Terms.Entries,
        _generation.LiveDocuments.Count,
        Segments.Sum(v => v.Segment.Stored.Words),
        Segments.Count,
        Segments.Sum(v => (long)(v.Segment.Docs - v.Live)),
        Segments.Sum(v => v.Segment.Stored.Bytes));

    public ICollectionWords Words => new CollectionWords(_generation);

    /// <summary>The segments.</summary>
    internal IReadOnlyList<SegmentView> Segments => _generation.Segments;

    /// <summary>The terms.</summary>
    internal TermResolver Terms => _generation.Terms;

    /// <summary>The generation.</summary>
    internal Generation Shared => _generation;

    public SearchPage Search(SearchRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Limit, 1, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Limit, SearchRequest.MaxLimit, nameof(request));
        var offset = request.Cursor is null ? 0 : Cursor.Read(request.Cursor, Revision, request);
        if (offset + request.Limit > SearchRequest.MaxWindow)
        {
            throw new InvalidCursorException($"Chỉ xem được {SearchRequest.MaxWindow} kết quả đầu. (Paging stops at {SearchRequest.MaxWindow} hits.)");
        }

        return Segments.Count == 0 ? Empty(request) : new SearchRun(_generation, request, offset, ct).Execute();
    }

    public IReadOnlySet<string> Matching(SearchRequest request, IReadOnlyCollection<string> groups, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(groups);
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return Segments.Count == 0 || groups.Count == 0
            ? new HashSet<string>(StringComparer.Ordinal)
            : new SearchRun(_generation, request, 0, ct).Matching(groups);
    }

    public IReadOnlyList<Suggestion> Suggest(string prefix, int limit, QueryCatalogue? names = null)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return Segments.Count == 0 || limit <= 0 ? [] : _generation.Suggester.Suggest(prefix, limit, names ?? QueryCatalogue.Empty);
    }

    public string? DidYouMean(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return Segments.Count == 0 ? null : new SpellingAdvisor(Segments, Terms).Advise(query);
    }

    public SearchPage Similar(string group, int limit)
    {
        ArgumentNullException.ThrowIfNull(group);
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        var lists = SimilarTerms.Of(_generation, group);
        var request = new SearchRequest { Query = new AllQuery(), Limit = Math.Clamp(limit, 1, SearchRequest.MaxLimit), PassagesPerGroup = 1 };
        return lists.Count == 0
            ? Empty(request)
            : new SearchRun(_generation, request, 0, CancellationToken.None) { ExcludedGroup = group }.ExecuteFlat(lists);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _stored.Dispose();
        }
    }

    private SearchPage Empty(SearchRequest request) => new(
        [],
        new TotalHits(0, TotalRelation.Equal),
        request.Facets.Distinct(StringComparer.Ordinal).ToDictionary(f => f, _ => (IReadOnlyList<FacetValue>)[], StringComparer.Ordinal),
        null,
        Revision);
}
