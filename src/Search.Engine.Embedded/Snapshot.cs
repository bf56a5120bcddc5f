using System.Collections.Concurrent;

namespace Search.Engine.Embedded;

/// <summary>A reader's view on one generation.</summary>
internal sealed class Snapshot : IIndexSnapshot
{
    private const int MaxCachedFilters = 64;

    private readonly IndexState _state;
    private readonly EmbeddedEngineOptions _options;
    private readonly TermResolver _terms;
    private readonly ConcurrentDictionary<string, ulong[][]> _filters = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<DisjunctionScorer> _scorers = [];
    private readonly Lazy<GroupNumbers> _groups;
    private readonly Lazy<string> _digest;
    private readonly Lazy<Suggester> _suggester;
    private readonly ulong[][]? _live;
    private int _disposed;

    public Snapshot(IndexState state, EmbeddedEngineOptions options)
    {
        _state = state;
        _options = options;
        _terms = new TermResolver(state.Views);
        _groups = new Lazy<GroupNumbers>(() => new GroupNumbers(Views));
        _digest = new Lazy<string>(() => ContentDigest.Of(Views));
        _suggester = new Lazy<Suggester>(() => new Suggester(Views, _terms));
        if (Views.Any(v => v.Deletes is not null))
        {
            _live = [.. Views.Select(LiveBits)];
        }
    }

    public long Revision => _state.Manifest.Revision;

    public long Generation => _state.Manifest.Generation;

    public string Digest => _digest.Value;

    public IndexStatistics Statistics => new(
        _terms.Entries,
        LiveGroups.Count(Views, () => _groups.Value),
        Views.Sum(v => (long)v.Segment.Terms.Count),
        Views.Count,
        Views.Sum(v => (long)(v.Deletes?.Count ?? 0)),
        Views.Sum(v => v.Segment.File.FileLength));

    private IReadOnlyList<SegmentView> Views => _state.Views;

    public SearchPage Search(SearchRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Limit, 1, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Limit, SearchRequest.MaxLimit, nameof(request));
        var offset = request.Cursor is null ? 0 : Cursor.Read(request.Cursor, Generation, request);
        if (offset + request.Limit > SearchRequest.MaxWindow)
        {
            throw new InvalidCursorException($"Chỉ xem được {SearchRequest.MaxWindow} kết quả đầu. (Paging stops at {SearchRequest.MaxWindow} hits.)");
        }

        if (Views.Count == 0)
        {
            return new SearchPage([], new TotalHits(0, TotalRelation.Equal), EmptyFacets(request), null, Generation);
        }

        var run = new SearchRun(this, request, offset, ct);
        return run.Execute();
    }

    public IReadOnlyList<Suggestion> Suggest(string prefix, int limit)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return Views.Count == 0 || limit <= 0 ? [] : _suggester.Value.Suggest(prefix, limit);
    }

    public string? DidYouMean(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Views.Count == 0 ? null : new SpellingAdvisor(Views, _terms).Advise(query);
    }

    public SearchPage Similar(string group, int limit)
    {
        ArgumentNullException.ThrowIfNull(group);
        var lists = SimilarTerms.Of(Views, _terms, group);
        var request = new SearchRequest { Query = new AllQuery(), Limit = Math.Clamp(limit, 1, SearchRequest.MaxLimit) };
        if (lists.Count == 0)
        {
            return new SearchPage([], new TotalHits(0, TotalRelation.Equal), EmptyFacets(request), null, Generation);
        }

        var run = new SearchRun(this, request, 0, CancellationToken.None) { ExcludedGroup = group };
        return run.ExecuteFlat(lists);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _state.Release();
        }
    }

    /// <summary>The segments.</summary>
    internal IReadOnlyList<SegmentView> Segments => Views;

    /// <summary>The terms.</summary>
    internal TermResolver Terms => _terms;

    /// <summary>The settings.</summary>
    internal EmbeddedEngineOptions Options => _options;

    /// <summary>Document numbers across segments.</summary>
    internal GroupNumbers Groups => _groups.Value;

    /// <summary>Bits of the passages that are live and pass all filters; null for all.</summary>
    internal ulong[][]? Allowed(IReadOnlyList<Filter> filters)
    {
        if (filters.Count == 0)
        {
            return _live;
        }

        var allowed = new ulong[Views.Count][];
        for (var s = 0; s < allowed.Length; s++)
        {
            allowed[s] = new ulong[SegmentFormat.Ranges(Views[s].Segment.Docs)];
            if (_live is null)
            {
                Array.Fill(allowed[s], ulong.MaxValue);
            }
            else
            {
                _live[s].CopyTo(allowed[s], 0);
            }
        }

        foreach (var filter in filters)
        {
            var bits = FilterBits(filter);
            for (var s = 0; s < allowed.Length; s++)
            {
                for (var w = 0; w < allowed[s].Length; w++)
                {
                    allowed[s][w] &= bits[s][w];
                }
            }
        }

        return allowed;
    }

    internal DisjunctionScorer RentScorer() => _scorers.TryTake(out var scorer) ? scorer : new DisjunctionScorer();

    internal void Return(DisjunctionScorer scorer) => _scorers.Add(scorer);

    private static Dictionary<string, IReadOnlyList<FacetValue>> EmptyFacets(SearchRequest request) =>
        request.Facets.Distinct(StringComparer.Ordinal)
            .ToDictionary(f => f, _ => (IReadOnlyList<FacetValue>)[], StringComparer.Ordinal);

    private ulong[][] FilterBits(Filter filter)
    {
        var key = filter.ToString();
        if (_filters.TryGetValue(key, out var bits))
        {
            return bits;
        }

        bits = [.. Views.Select(view => ColumnFilters.Bits(view.Segment, filter))];
        if (_filters.Count < MaxCachedFilters)
        {
            _filters.TryAdd(key, bits);
        }

        return bits;
    }

    private static ulong[] LiveBits(SegmentView view)
    {
        var bits = new ulong[SegmentFormat.Ranges(view.Segment.Docs)];
        Array.Fill(bits, ulong.MaxValue);
        if (view.Deletes is not { } deletes)
        {
            return bits;
        }

        for (var w = 0; w < bits.Length; w++)
        {
            bits[w] = ~deletes.Words[w];
        }

        return bits;
    }
}
