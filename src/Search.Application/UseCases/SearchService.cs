using System.Globalization;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Engine;

namespace Search.Application.UseCases;

/// <summary>Answers searches: engine for the ranking, store for the words shown.</summary>
internal sealed class SearchService(CollectionReader knowledge, SearchMetrics metrics, TimeProvider clock)
{
    private const int SnippetLength = 320;
    private const int HistoryDocuments = 5;
    private const int DefaultLimit = 10;

    /// <summary>One page of an answer.</summary>
    /// <exception cref="SearchException">A parameter or the query cannot be read.</exception>
    /// <exception cref="InvalidCursorException">The cursor's generation is gone.</exception>
    /// <param name="query">What is asked for.</param>
    /// <param name="stop">Stops the search.</param>
    /// <param name="includeWeak">Whether documents that hold only some of the words follow the matches.</param>
    public SearchAnswer Search(SearchQuery query, CancellationToken stop, bool includeWeak = true)
    {
        var started = clock.GetTimestamp();
        using var lease = knowledge.Lease();
        var typed = SearchRequests.Parse(query.Q, knowledge.Names, lease.Snapshot.Words, query.Verbatim == true);
        FilterValues.CheckClosed(query, knowledge.Names);
        var added = SearchRequests.Filters(query, knowledge.Names);
        var request = new SearchRequest
        {
            Query = typed.Query,
            Filters = [.. typed.Filters, .. added],
            Wishes = query.Verbatim == true ? [] : [.. typed.Wishes.Select(wish => wish.Condition)],
            IncludeWeak = includeWeak,
            Limit = query.Limit ?? DefaultLimit,
            Cursor = Cursor(query.Cursor),
            Sort = SearchRequests.Sort(query.Sort),
            Facets = query.Facets == true ? SearchRequests.FacetColumns : [],
            PassagesPerGroup = query.Passages ?? 1,
            Explain = query.Explain == true,
        };
        var found = QueryAnswer.Of(lease.Snapshot, typed, request, stop);
        var (parsed, page) = found;
        request = request with { Query = parsed.Query };
        var hits = Hits(lease, page.Hits, new Highlighter(parsed.Query));
        if (hits.Count == 0 && lease.Damage is { } damage)
        {
            throw damage;
        }

        var answer = new SearchAnswer
        {
            Query = query.Q ?? "",
            Understood = parsed.Query.ToString()!,
            ReadAs = parsed.ReadAs,
            Repairs = [.. Remarks(query, parsed), .. lease.Damage is null ? [] : (QueryRemark[])[LeftOut(page.Hits.Count - hits.Count)]],
            Relaxed = found.IsRelaxed ? true : null,
            DidYouMean = query.Cursor is null ? parsed.Offer : null,
            Total = Total(page.Total),
            Rule = page.Rule == MatchRule.All ? "all" : "most",
            Weak = page.Weak,
            Generation = Math.Max(0, page.Revision),
            Hits = hits,
            Facets = query.Facets == true ? Facets(lease.Snapshot, typed, request, added, page, stop) : EmptyFacets,
            History = query.Mode is "history" ? History(lease, request, stop) : null,
            UnknownValues = FilterValues.Unknown(request.Filters, knowledge, lease.Snapshot, stop),
            NextCursor = PageCursor.Wrap(page.NextCursor),
            TookMs = Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 3),
        };
        metrics.Searched(clock.GetElapsedTime(started));
        return answer;
    }

    // The index counts what it knows of; how many of it are damaged is known only of the page that was read.
    private static QueryRemark LeftOut(int count) => new(
        0,
        0,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{count} văn bản của trang này bị hỏng trong kho nên không hiện ra, dù vẫn được tính trong tổng số; người quản trị chạy `search repair` để sửa. (Damaged documents of this page are left out, though the total counts them: {count}; `search repair` mends them.)"));

    private static IEnumerable<QueryRemark> Remarks(SearchQuery query, ParsedQuery parsed) => parsed.Repairs
        .Select(repair => new QueryRemark(repair.Position, repair.Length, repair.Message))
        .Concat(query.Verbatim == true
            ? []
            : parsed.Wishes.Select(wish => new QueryRemark(wish.Position, wish.Length, wish.Message)));

    private static Dictionary<string, IReadOnlyList<FacetLine>> EmptyFacets { get; } = new(StringComparer.Ordinal);

    private static string? Cursor(string? cursor) => string.IsNullOrEmpty(cursor)
        ? null
        : PageCursor.TryUnwrap(cursor) ?? throw new SearchException(
            ErrorKind.InvalidCursor, "Con trỏ trang không hợp lệ. (The cursor is not valid.)", "The cursor is not valid.");

    private static SearchTotal Total(TotalHits total) =>
        new(total.Value, total.Relation == TotalRelation.Equal ? "eq" : "gte");

    private List<SearchHitLine> Hits(SnapshotLease lease, IReadOnlyList<SearchHit> hits, Highlighter highlighter)
    {
        var lines = new List<SearchHitLine>(hits.Count);
        foreach (var hit in hits)
        {
            // What this generation says of it may be gone from the store; then it is left out, not shown empty or changed.
            if (lease.Shown(hit.Group) is not { } shown)
            {
                continue;
            }

            var passages = new List<SearchPassage>(hit.Passages.Count);
            foreach (var passage in hit.Passages)
            {
                if (Passages.Show(shown, passage, highlighter, SnippetLength) is { } line)
                {
                    passages.Add(line);
                }
            }

            lines.Add(new SearchHitLine
            {
                Document = shown.Line,
                Score = hit.Score,
                Passages = passages,
                CitedIn = shown.Record.Document is null
                    ? UseCases.Passages.Citing(
                        knowledge.CitedBy(shown.Record.Summary.Key), highlighter, SnippetLength)
                    : null,
                Weak = hit.IsWeak,
                Explanation = hit.Explanation,
            });
        }

        return lines;
    }

    // A facet does not filter itself: its values are counted with the chosen ones left out, as they would be found if one of
    // them were chosen instead. What is typed stays: choosing a value takes nothing out of the query.
    private static Dictionary<string, IReadOnlyList<FacetLine>> Facets(
        IIndexSnapshot snapshot, ParsedQuery typed, SearchRequest request, List<Filter> chosen, SearchPage page, CancellationToken stop)
    {
        var facets = new Dictionary<string, IReadOnlyList<FacetLine>>(StringComparer.Ordinal);
        foreach (var column in SearchRequests.FacetColumns)
        {
            var own = chosen.OfType<KeywordFilter>()
                .Where(filter => string.Equals(filter.Column, column, StringComparison.Ordinal))
                .ToList();
            var values = own.Count == 0
                ? page.Facets.GetValueOrDefault(column, [])
                : QueryAnswer.Of(
                    snapshot,
                    typed,
                    request with
                    {
                        Filters = [.. typed.Filters, .. chosen.Except(own)],
                        Facets = [column],
                        Limit = 1,
                        Cursor = null,
                        Explain = false,
                    },
                    stop).Page.Facets.GetValueOrDefault(column, []);
            var selected = own.SelectMany(filter => filter.Values).Select(KeywordForm.Of).ToHashSet(StringComparer.Ordinal);
            facets[column] =
            [
                .. values.Select(v => new FacetLine(
                    v.Value, Labels.Facet(column, v.Value), v.Count, selected.Contains(KeywordForm.Of(v.Value)))),
            ];
        }

        return facets;
    }

    private static SearchHistory History(SnapshotLease lease, SearchRequest request, CancellationToken stop)
    {
        var snapshot = lease.Snapshot;
        var all = request with { Cursor = null, Explain = false, PassagesPerGroup = 1, Facets = [IndexFields.Year], Limit = 1 };
        var oldest = snapshot.Search(all with { Sort = SortOrder.Oldest, Facets = [] }, stop);
        var newest = snapshot.Search(all with { Sort = SortOrder.Newest }, stop);
        var years = newest.Facets.GetValueOrDefault(IndexFields.Year, [])
            .Where(year => int.TryParse(year.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .OrderBy(year => year.Value, StringComparer.Ordinal);
        return new SearchHistory(
            Line(oldest),
            Line(newest),
            [.. years.Take(ApiLimits.PageSize).Select(year => new YearLine(
                int.Parse(year.Value, CultureInfo.InvariantCulture),
                year.Count,
                Lines(snapshot.Search(
                    all with
                    {
                        Filters = [.. request.Filters, new KeywordFilter(IndexFields.Year, [year.Value])],
                        Facets = [],
                        Sort = SortOrder.Oldest,
                        Limit = HistoryDocuments,
                    },
                    stop))))]);

        DocumentLine? Line(SearchPage page) => Lines(page) is [{ Date: not null } first, ..] ? first : null;

        IReadOnlyList<DocumentLine> Lines(SearchPage page) =>
        [
            .. page.Hits
                .Select(hit => lease.Shown(hit.Group))
                .OfType<CachedDocument>()
                .Select(shown => shown.Line),
        ];
    }
}
