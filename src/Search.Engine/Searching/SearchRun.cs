using System.Numerics;

namespace Search.Engine;

// Longer than most files because one search goes from request to page with one state.
/// <summary>One search from request to page.</summary>
internal sealed class SearchRun(Generation generation, SearchRequest request, int offset, CancellationToken ct)
{
    private readonly IReadOnlyList<SegmentView> _views = generation.Segments;
    private readonly int _window = offset + request.Limit;
    private List<ScoredList>? _lists;
    private QueryProfile? _profile;
    private List<ScoredPassage>? _reranked;
    private List<RerankDetail>? _details;

    /// <summary>A document that is no hit.</summary>
    public string? ExcludedGroup { get; init; }

    public SearchPage Execute()
    {
        // Where every passage is a document of its own there is nothing to roll up, and passages are ranked.
        if (request.GroupByDocument && !IsOneEach())
        {
            return generation.Documents.Use(scratch => new DocumentRun(generation, request, offset, ct, scratch).Execute(), ct);
        }

        if (!FlatQueries.IsFlat(request.Query))
        {
            return ExecuteTree();
        }

        return generation.Passages.Use(ExecuteFlat, ct);
    }

    /// <summary>Those of some documents that the search finds.</summary>
    public IReadOnlySet<string> Matching(IReadOnlyCollection<string> groups)
    {
        if (!IsOneEach())
        {
            return generation.Documents.Use(scratch => new DocumentRun(generation, request, 0, ct, scratch, isScored: false).Matching(groups), ct);
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        var all = request with { Limit = SearchRequest.MaxLimit, PassagesPerGroup = 1, Facets = [], IncludeWeak = false };
        for (var first = 0; first < SearchRequest.MaxWindow; first += SearchRequest.MaxLimit)
        {
            var page = new SearchRun(generation, all, first, ct).Execute();
            found.UnionWith(page.Hits.Select(hit => hit.Group).Intersect(groups, StringComparer.Ordinal));
            if (page.NextCursor is null)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Runs a sum of lists: the fast road, unless every match has to be seen.</summary>
    public SearchPage ExecuteFlat(List<ScoredList> lists) => generation.Passages.Use(scratch => Execute(lists, scratch), ct);

    private SearchPage ExecuteFlat(SearchScratch scratch)
    {
        scratch.Begin();
        scratch.Flat.Compile(request.Query, scratch.Lists);
        if (request.Sort == SortOrder.Relevance && generation.Options.Rerank
            && scratch.Flat.Profile is { Length: >= RankingConstants.ShortestQuestion } profile)
        {
            _profile = profile;
        }

        return Execute(scratch.Lists, scratch);
    }

    private SearchPage Execute(List<ScoredList> lists, SearchScratch scratch)
    {
        _lists = lists;
        var allowed = generation.Allowed(request.Filters);
        long postings = 0;
        foreach (var list in lists)
        {
            for (var s = 0; s < list.Lists.Length; s++)
            {
                foreach (var term in list.Lists[s])
                {
                    postings += generation.Terms.Frequency(s, term);
                }
            }
        }

        if (request.Sort != SortOrder.Relevance || request.Facets.Count > 0)
        {
            return Page(AllFlat(lists, allowed, scratch));
        }

        if (postings > generation.Options.ExactTotalPostings)
        {
            return TopPage(lists, allowed, scratch);
        }

        return IsRolledUp ? Page(AllFlat(lists, allowed, scratch)) : CountedPage(lists, allowed, scratch);
    }

    private SearchPage ExecuteTree()
    {
        var allowed = generation.Allowed(request.Filters);
        var matches = NewMatches();
        var builder = new MatcherBuilder(_views, generation.Terms, generation.Abbreviations);
        for (var s = 0; s < _views.Count; s++)
        {
            var matcher = builder.Build(request.Query, s);
            var seen = 0;
            for (var doc = matcher.Advance(0); doc != Matcher.NoMore; doc = matcher.Advance(doc + 1))
            {
                if ((++seen & 0x3FF) == 0)
                {
                    ct.ThrowIfCancellationRequested();
                }

                if (allowed is not null && (allowed[s][doc >> 6] >> (doc & 63) & 1) == 0)
                {
                    continue;
                }

                if (matcher.Confirm())
                {
                    matches.Add(s, doc, matcher.Score());
                }
            }
        }

        return Page(matches);
    }

    private MatchCollection AllFlat(List<ScoredList> lists, ulong[][]? allowed, SearchScratch scratch)
    {
        var matches = NewMatches();
        var best = _profile is null ? null : scratch.Heap;
        best?.Begin(RankingConstants.RerankDepth);
        VisitAll(lists, allowed, scratch, (segment, doc, score) =>
        {
            matches.Add(segment, doc, score);
            best?.Offer(score, segment, doc);
        });
        if (best is not null)
        {
            matches.Rescore(Rerank(best.Sorted()));
        }

        if (request.Sort != SortOrder.Relevance)
        {
            matches.KeepBest(RankingConstants.SortedMatchShare);
        }

        return matches;
    }

    // Few matches are all counted; the best of them are kept.
    private SearchPage CountedPage(List<ScoredList> lists, ulong[][]? allowed, SearchScratch scratch)
    {
        var heap = scratch.Heap;
        heap.Begin(Math.Max(_window + 1, _profile is null ? 0 : RankingConstants.RerankDepth));
        var count = 0L;
        VisitAll(lists, allowed, scratch, (segment, doc, score) =>
        {
            count++;
            heap.Offer(score, segment, doc);
        });
        Rerank(heap.Sorted());
        return Page(heap.Sorted(), null, new TotalHits(count, TotalRelation.Equal), null);
    }

    // Every passage that a list holds and that may be a hit, with its score.
    private void VisitAll(List<ScoredList> lists, ulong[][]? allowed, SearchScratch scratch, Action<int, int, float> visit)
    {
        for (var s = 0; s < _views.Count; s++)
        {
            ct.ThrowIfCancellationRequested();
            var segment = _views[s].Segment;
            var (scores, touched) = scratch.Whole(s, segment);
            ExhaustiveScorer.Run(segment, s, lists, scores, touched);
            for (var w = 0; w < touched.Length; w++)
            {
                var bits = allowed is null ? touched[w] : touched[w] & allowed[s][w];
                for (; bits != 0; bits &= bits - 1)
                {
                    var doc = (w * Segment.RangeSize) + BitOperations.TrailingZeroCount(bits);
                    visit(s, doc, scores[doc]);
                }
            }

            Array.Clear(scores);
            Array.Clear(touched);
        }
    }

    private bool IsRolledUp => ExcludedGroup is not null || (request.GroupByDocument && !IsOneEach());

    // Where every passage is a document of its own there is nothing to roll up.
    private MatchCollection NewMatches() => new(generation, request.GroupByDocument && !IsOneEach(), ExcludedGroup);

    private bool IsOneEach() => _views.Count == 1 && _views[0].Segment.Documents.Count == _views[0].Segment.Docs;

    // Passages are fetched until there are enough documents among them.
    private SearchPage TopPage(List<ScoredList> lists, ulong[][]? allowed, SearchScratch scratch)
    {
        var grouped = request.GroupByDocument && !IsOneEach();
        var wanted = _window + 1 + (ExcludedGroup is null ? 0 : 1);
        var capacity = grouped ? (wanted * 3) + 10 : wanted;
        if (_profile is not null)
        {
            capacity = Math.Max(capacity, RankingConstants.RerankDepth);
        }

        while (true)
        {
            var heap = scratch.Heap;
            heap.Begin(capacity);
            for (var s = 0; s < _views.Count; s++)
            {
                scratch.Scorer.Run(_views[s].Segment, s, lists, allowed is null ? [] : allowed[s], heap, ct);
            }

            var full = heap.Count == capacity;
            var best = Rerank(heap.Sorted());
            if (!IsRolledUp)
            {
                return Page(heap.Sorted(), null, Total(best.Count, full), null);
            }

            var matches = NewMatches();
            foreach (var entry in best)
            {
                matches.Add(entry.Segment, entry.Doc, entry.Score);
            }

            if (!full || matches.Documents >= wanted)
            {
                return Page(matches, Total(matches.Documents, full), full ? scratch.Scorer : null);
            }

            capacity *= 4;
        }

        TotalHits Total(int documents, bool full) => full
            ? new TotalHits(Math.Max(documents, request.Filters.Count == 0 ? AtLeast(lists) : 0), TotalRelation.GreaterOrEqual)
            : new TotalHits(documents, TotalRelation.Equal);
    }

    private List<ScoredPassage> Rerank(List<ScoredPassage> best)
    {
        if (_profile is null)
        {
            return best;
        }

        _details = request.Explain ? [] : null;
        Reranker.Apply(_views, _profile, best, _details);
        return _reranked = best;
    }

    // A lower bound that costs little: what holds the most frequent of all terms. It counts live passages of all segments, so that
    // it does not hang on where deleted ones still lie.
    private long AtLeast(List<ScoredList> lists)
    {
        TermEntry? most = null;
        var best = 0L;
        foreach (var list in lists)
        {
            foreach (var own in list.Lists)
            {
                foreach (var term in own)
                {
                    var count = Frequency(term);
                    if (count > best || (count == best && most is not null && term.Key.AsSpan().SequenceCompareTo(most.Key) < 0))
                    {
                        (most, best) = (term, count);
                    }
                }
            }
        }

        return most is null || !IsRolledUp ? best : Documents(most);
    }

    private long Frequency(TermEntry term)
    {
        var count = 0L;
        for (var s = 0; s < _views.Count; s++)
        {
            count += _views[s].Segment.Find(term.Kind, term.Key) is { } own ? generation.Terms.Frequency(s, own) : 0;
        }

        return count;
    }

    private int Documents(TermEntry term)
    {
        var documents = new DocumentSet(generation.Groups.Count);
        var excluded = new DocumentSet(generation.Groups.Count);
        for (var s = 0; s < _views.Count; s++)
        {
            var segment = _views[s].Segment;
            if (segment.Find(term.Kind, term.Key) is { } own)
            {
                generation.Holders[s].Add(own, documents);
            }

            if (ExcludedGroup is not null && segment.Documents.Find(ExcludedGroup) is >= 0 and var group)
            {
                excluded.Add(generation.Groups.Of(s, group));
            }
        }

        return documents.Without(excluded).Count;
    }

    private SearchPage Page(MatchCollection matches) =>
        Page(matches, new TotalHits(matches.Documents, TotalRelation.Equal), null);

    private SearchPage Page(MatchCollection matches, TotalHits total, DisjunctionScorer? more) =>
        Page(matches.Ordered(request.Sort, _window), matches, total, more);

    // Without a collection of matches every passage is a hit of its own.
    private SearchPage Page(List<ScoredPassage> ordered, MatchCollection? matches, TotalHits total, DisjunctionScorer? more)
    {
        var end = Math.Min(_window, ordered.Count);
        var hits = new SearchHit[Math.Max(0, end - offset)];
        var passages = more is not null && request.PassagesPerGroup > 1 && request.GroupByDocument && HasMorePassages(ordered)
            ? MorePassages(more, ordered)
            : matches;
        for (var i = offset; i < end; i++)
        {
            var best = ordered[i];
            var segment = _views[best.Segment].Segment;
            hits[i - offset] = new SearchHit(
                segment.IdOf(best.Doc), segment.GroupOf(best.Doc), best.Score, Shown(best, passages), request.Explain ? Explained(best) : null);
        }

        var next = (matches?.Documents ?? ordered.Count) > _window && _window + request.Limit <= SearchRequest.MaxWindow
            ? Cursor.Write(generation.Revision, _window, request)
            : null;
        return new SearchPage(
            hits, total, matches is null ? FacetCounter.None : FacetCounter.Count(generation, matches.Hits(), request.Facets), next, generation.Revision);
    }

    private PassageHit[] Shown(in ScoredPassage hit, MatchCollection? passages)
    {
        var most = request.GroupByDocument ? request.PassagesPerGroup : 1;
        return passages is null || most <= 1
            ? [new PassageHit(_views[hit.Segment].Segment.IdOf(hit.Doc), hit.Score)]
            : [.. passages.Passages(hit, most).Select(p => new PassageHit(_views[p.Segment].Segment.IdOf(p.Doc), p.Score))];
    }

    private string Explained(ScoredPassage hit) => Explainer.Explain(
        _views[hit.Segment].Segment, hit, _lists, request.Query, _details?.Find(d => d.Segment == hit.Segment && d.Doc == hit.Doc));

    private bool HasMorePassages(List<ScoredPassage> ordered)
    {
        for (var i = offset; i < Math.Min(_window, ordered.Count); i++)
        {
            var own = _views[ordered[i].Segment].Segment;
            if (own.Documents.Passages(own.Documents.Of(ordered[i].Doc)).Length > 1)
            {
                return true;
            }

            if (_views.Count > 1 && IsElsewhere(own.GroupOf(ordered[i].Doc), ordered[i].Segment))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsElsewhere(string group, int segment)
    {
        for (var s = 0; s < _views.Count; s++)
        {
            if (s != segment && _views[s].Segment.Documents.Find(group) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // The k best passages are not all passages of their documents: score those documents once more, and only them.
    private MatchCollection MorePassages(DisjunctionScorer scorer, List<ScoredPassage> ordered)
    {
        var matches = NewMatches();
        var allowed = _views.Select(v => new ulong[v.Segment.Ranges]).ToArray();
        var live = generation.Allowed(request.Filters);
        var count = 0;
        for (var i = offset; i < Math.Min(_window, ordered.Count); i++)
        {
            var name = _views[ordered[i].Segment].Segment.GroupOf(ordered[i].Doc);
            for (var s = 0; s < _views.Count; s++)
            {
                var group = _views[s].Segment.Documents.Find(name);
                if (group < 0)
                {
                    continue;
                }

                foreach (var doc in _views[s].Segment.Documents.Passages(group))
                {
                    if (live is not null && (live[s][doc >> 6] >> (doc & 63) & 1) == 0)
                    {
                        continue;
                    }

                    allowed[s][doc >> 6] |= 1UL << (doc & 63);
                    count++;
                }
            }
        }

        if (count == 0)
        {
            return matches;
        }

        var heap = new TopHeap(_views, count);
        for (var s = 0; s < _views.Count; s++)
        {
            scorer.Run(_views[s].Segment, s, _lists!, allowed[s], heap, ct);
        }

        foreach (var entry in heap.Sorted())
        {
            var known = _reranked?.FindIndex(e => e.Segment == entry.Segment && e.Doc == entry.Doc) ?? -1;
            matches.Add(entry.Segment, entry.Doc, known < 0 ? entry.Score : _reranked![known].Score);
        }

        return matches;
    }
}
