namespace Search.Engine;

/// <summary>A search: query, filters, order and page.</summary>
public sealed record SearchRequest
{
    /// <summary>The largest <see cref="Limit"/>.</summary>
    public const int MaxLimit = 1000;

    /// <summary>How far paging reaches: first hit plus limit may not pass it.</summary>
    public const int MaxWindow = 10_000;

    /// <summary>What to look for.</summary>
    public required Query Query { get; init; }

    /// <summary>Hits on a page, 1 to <see cref="MaxLimit"/>.</summary>
    /// <value>10</value>
    public int Limit { get; init; } = 10;

    /// <summary>The <see cref="SearchPage.NextCursor"/> of the page before, or null for the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>The order of hits.</summary>
    public SortOrder Sort { get; init; } = SortOrder.Relevance;

    /// <summary>Conditions every hit meets; they do not change scores.</summary>
    public IReadOnlyList<Filter> Filters { get; init; } = [];

    /// <summary>Conditions that are liked: documents that meet them rank higher, none is left out.</summary>
    public IReadOnlyList<Filter> Wishes { get; init; } = [];

    /// <summary>Whether weak documents follow the matches; they never do where the order is not by relevance.</summary>
    /// <value>true</value>
    public bool IncludeWeak { get; init; } = true;

    /// <summary>Keyword columns to count values of, over all matches.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>One hit a document with its best passages (true), or one hit a passage (false).</summary>
    /// <value>true</value>
    public bool GroupByDocument { get; init; } = true;

    /// <summary>Passages shown for each document, best first.</summary>
    /// <value>3</value>
    public int PassagesPerGroup { get; init; } = 3;

    /// <summary>Adds to each hit how its score came about. Slower; for people, not for machines.</summary>
    public bool Explain { get; init; }
}
