using System.Security.Cryptography;

namespace Search.Engine.LuceneNet;

/// <summary>The state of an index that has never been committed.</summary>
internal sealed class EmptySnapshot : IIndexSnapshot
{
    public long Revision => -1;

    public long Generation => 0;

    public IndexStatistics Statistics { get; } = new(0, 0, 0, 0, 0, 0);

    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData([]));

    public SearchPage Search(SearchRequest request, CancellationToken ct)
    {
        PageCursor.Read(request.Cursor, Generation);
        return new SearchPage([], new TotalHits(0, TotalRelation.Equal), new Dictionary<string, IReadOnlyList<FacetValue>>(), null, 0);
    }

    public IReadOnlyList<Suggestion> Suggest(string prefix, int limit) => [];

    public string? DidYouMean(string query) => null;

    public SearchPage Similar(string group, int limit) =>
        new([], new TotalHits(0, TotalRelation.Equal), new Dictionary<string, IReadOnlyList<FacetValue>>(), null, 0);

    public void Dispose()
    {
    }
}
