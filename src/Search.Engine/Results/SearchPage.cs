namespace Search.Engine;

/// <summary>One page of an answer.</summary>
/// <param name="Hits">The hits in order.</param>
/// <param name="Total">How many hits there are in all.</param>
/// <param name="Facets">Column to its values and counts, most frequent first; counts documents where hits are documents.</param>
/// <param name="NextCursor">Pass it to get the next page; null on the last one.</param>
/// <param name="Revision">The store's revision that the generation mirrors which answered.</param>
public sealed record SearchPage(
    IReadOnlyList<SearchHit> Hits,
    TotalHits Total,
    IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets,
    string? NextCursor,
    long Revision)
{
    /// <summary>What counted as a match.</summary>
    public MatchRule Rule { get; init; }

    /// <summary>Documents that share words with the query and do not match; never in <see cref="Total"/>, facets or other orders.</summary>
    public long Weak { get; init; }
}
