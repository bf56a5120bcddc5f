using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Search.Engine.LuceneNet;

/// <summary>One generation: a searcher held until the snapshot is disposed.</summary>
internal sealed class LuceneNetSnapshot : IIndexSnapshot
{
    private readonly SearcherManager _searchers;
    private readonly IndexSearcher _searcher;
    private readonly DirectoryReader _reader;
    private readonly GenerationCache _cache;
    private bool _disposed;

    public LuceneNetSnapshot(SearcherManager searchers, IndexSearcher searcher)
    {
        _searchers = searchers;
        _searcher = searcher;
        _reader = (DirectoryReader)searcher.IndexReader;
        _cache = GenerationCache.Of(_reader);
        Revision = _reader.IndexCommit.UserData.TryGetValue(FieldNames.Revision, out var revision)
            ? long.Parse(revision, CultureInfo.InvariantCulture)
            : -1;
    }

    public long Revision { get; }

    public long Generation => _reader.IndexCommit.Generation;

    public IndexStatistics Statistics => new(
        _reader.NumDocs,
        _cache.Groups,
        _cache.Vocabulary.SyllableCount,
        _reader.Leaves.Count,
        _reader.NumDeletedDocs,
        _cache.Bytes);

    public string Digest => _cache.Digest;

    public SearchPage Search(SearchRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var offset = PageCursor.Read(request.Cursor, Generation);
        try
        {
            return Run(new QueryTranslator(_reader).Translate(request.Query), request, offset, ct);
        }
        catch (Exception e) when (LuceneNetEngine.IsDamage(e))
        {
            throw new IndexDamagedException(new IndexDamage("segments", -1, e.Message));
        }
    }

    public IReadOnlyList<Suggestion> Suggest(string prefix, int limit) => _cache.Vocabulary.Suggest(prefix, limit);

    public string? DidYouMean(string query) => _cache.Vocabulary.DidYouMean(query);

    public SearchPage Similar(string group, int limit)
    {
        var features = SimilarDocuments.Features(_searcher, group);
        if (features.Count == 0)
        {
            return new SearchPage(
                [], new TotalHits(0, TotalRelation.Equal), new Dictionary<string, IReadOnlyList<FacetValue>>(), null, Generation);
        }

        var query = new BooleanQuery
        {
            { new Bm25FQuery(features, IndexFields.TextFields), Occur.MUST },
            { new Lucene.Net.Search.TermQuery(new Term(FieldNames.Group, group)), Occur.MUST_NOT },
        };
        var request = new SearchRequest { Query = new AllQuery(), Limit = Math.Clamp(limit, 1, SearchRequest.MaxLimit) };
        return Run(query, request, 0, default);
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _searchers.Release(_searcher);
    }

    private SearchPage Run(Lucene.Net.Search.Query query, SearchRequest request, int offset, CancellationToken ct)
    {
        var collector = new MatchCollector(ct);
        _searcher.Search(query, FilterTranslator.Translate(request.Filters), collector);
        var columns = _cache.OpenColumns();
        var limit = Math.Clamp(request.Limit, 1, SearchRequest.MaxLimit);
        var hits = HitList.Of(collector.Matches, request, Math.Min(offset + limit, SearchRequest.MaxWindow), columns);
        var end = offset + limit;
        return new SearchPage(
            [.. hits.Rows.Skip(offset).Select(row => Hit(row, request, query, columns))],
            new TotalHits(hits.Total, TotalRelation.Equal),
            FacetCounter.Count(collector.Matches, request, columns),
            end < Math.Min(hits.Total, SearchRequest.MaxWindow) ? PageCursor.Write(Generation, end) : null,
            Generation);
    }

    private SearchHit Hit(HitList.Row row, SearchRequest request, Lucene.Net.Search.Query query, ReaderColumns columns)
    {
        var best = row.Matches[0];
        return new SearchHit(
            columns.Id(best.Doc),
            columns.Group(best.Doc),
            best.Score,
            [.. row.Matches.Select(match => new PassageHit(columns.Id(match.Doc), match.Score))],
            request.Explain ? _searcher.Explain(query, best.Doc).ToString() : null);
    }
}
