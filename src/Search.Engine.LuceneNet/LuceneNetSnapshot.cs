using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Search.Engine.LuceneNet;

/// <summary>One generation: a searcher held until the snapshot is disposed.</summary>
internal sealed class LuceneNetSnapshot : IIndexSnapshot
{
    private readonly SearcherManager _searchers;
    private readonly IndexSearcher _searcher;
    private readonly DirectoryReader _reader;
    private readonly ReaderColumns _columns;
    private readonly Lazy<Vocabulary> _vocabulary;
    private readonly Lazy<string> _digest;
    private bool _disposed;

    public LuceneNetSnapshot(SearcherManager searchers, IndexSearcher searcher)
    {
        _searchers = searchers;
        _searcher = searcher;
        _reader = (DirectoryReader)searcher.IndexReader;
        _columns = new ReaderColumns(_reader);
        _vocabulary = new Lazy<Vocabulary>(() => new Vocabulary(_reader, LiveDocuments));
        _digest = new Lazy<string>(MakeDigest);
        Revision = _reader.IndexCommit.UserData.TryGetValue(FieldNames.Revision, out var revision)
            ? long.Parse(revision, CultureInfo.InvariantCulture)
            : -1;
    }

    public long Revision { get; }

    public long Generation => _reader.IndexCommit.Generation;

    public IndexStatistics Statistics => new(
        _reader.NumDocs,
        _columns.GroupCount,
        _vocabulary.Value.SyllableCount,
        _reader.Leaves.Count,
        _reader.NumDeletedDocs,
        _reader.IndexCommit.FileNames.Sum(name => _reader.Directory.FileLength(name)));

    public string Digest => _digest.Value;

    public SearchPage Search(SearchRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var offset = PageCursor.Read(request.Cursor, Generation);
        try
        {
            var query = new QueryTranslator().Translate(request.Query);
            return Page(Run(query, request, ct), request, query, offset);
        }
        catch (Exception e) when (LuceneNetEngine.IsDamage(e))
        {
            throw new IndexDamagedException(new IndexDamage("segments", -1, e.Message));
        }
    }

    public IReadOnlyList<Suggestion> Suggest(string prefix, int limit) => _vocabulary.Value.Suggest(prefix, limit);

    public string? DidYouMean(string query) => _vocabulary.Value.DidYouMean(query);

    public SearchPage Similar(string group, int limit)
    {
        var features = SimilarDocuments.Features(_searcher, group);
        var query = new BooleanQuery
        {
            { new Bm25FQuery(features, IndexFields.TextFields), Occur.MUST },
            { new Lucene.Net.Search.TermQuery(new Term(FieldNames.Group, group)), Occur.MUST_NOT },
        };
        var request = new SearchRequest { Query = new AllQuery(), Limit = Math.Clamp(limit, 1, SearchRequest.MaxLimit) };
        return Page(features.Count == 0 ? HitList.Of([], request, _columns, Id) : Run(query, request, default), request, query, 0);
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

    private HitList Run(Lucene.Net.Search.Query query, SearchRequest request, CancellationToken ct)
    {
        var collector = new MatchCollector(ct);
        _searcher.Search(query, FilterTranslator.Translate(request.Filters), collector);
        return HitList.Of(collector.Matches, request, _columns, Id);
    }

    private SearchPage Page(HitList hits, SearchRequest request, Lucene.Net.Search.Query query, int offset)
    {
        var limit = Math.Clamp(request.Limit, 1, SearchRequest.MaxLimit);
        var window = Math.Min(hits.Rows.Count, SearchRequest.MaxWindow);
        var end = Math.Min(window, offset + limit);
        var page = new List<SearchHit>();
        for (var i = offset; i < end; i++)
        {
            page.Add(Hit(hits.Rows[i], request, query));
        }

        return new SearchPage(
            page,
            new TotalHits(hits.Rows.Count, TotalRelation.Equal),
            FacetCounter.Count(hits, request.Facets, _columns),
            end < window ? PageCursor.Write(Generation, end) : null,
            Generation);
    }

    private SearchHit Hit(HitList.Row row, SearchRequest request, Lucene.Net.Search.Query query)
    {
        var passages = row.Matches.Take(Math.Max(1, request.GroupByDocument ? request.PassagesPerGroup : 1))
            .Select(match => new PassageHit(Id(match.Doc), match.Score)).ToList();
        var best = row.Matches[0];
        return new SearchHit(
            passages[0].Id,
            _columns.Group(best.Doc),
            best.Score,
            passages,
            request.Explain ? _searcher.Explain(query, best.Doc).ToString() : null);
    }

    private string Id(int doc) => _reader.Document(doc, new HashSet<string> { FieldNames.Id }).Get(FieldNames.Id);

    private IEnumerable<int> LiveDocuments()
    {
        var live = MultiFields.GetLiveDocs(_reader);
        for (var doc = 0; doc < _reader.MaxDoc; doc++)
        {
            if (live is null || live.Get(doc))
            {
                yield return doc;
            }
        }
    }

    private string MakeDigest()
    {
        var lines = new List<(string Id, byte[] Content)>();
        foreach (var doc in LiveDocuments())
        {
            var document = _reader.Document(doc, new HashSet<string> { FieldNames.Id, FieldNames.Content });
            var content = document.GetBinaryValue(FieldNames.Content);
            lines.Add((document.Get(FieldNames.Id), content.Bytes.AsSpan(content.Offset, content.Length).ToArray()));
        }

        lines.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (id, content) in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(id));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
