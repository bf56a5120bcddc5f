namespace Search.Engine;

/// <summary>What a reader's text became.</summary>
/// <param name="Query">The tree; <see cref="AllQuery"/> where the text held filters only or nothing.</param>
/// <param name="Filters">Conditions written as <c>loai:</c>, <c>nam:</c> and so on.</param>
/// <param name="Repairs">What was read otherwise than written; the query still runs.</param>
/// <param name="Errors">What could not be read; callers answer 400 when there are any.</param>
public sealed record ParsedQuery(
    Query Query,
    IReadOnlyList<Filter> Filters,
    IReadOnlyList<QueryRepair> Repairs,
    IReadOnlyList<QueryError> Errors)
{
    /// <summary>What plain words say of type, issuer, place and date; documents that meet it rank higher.</summary>
    public IReadOnlyList<QueryWish> Wishes { get; init; } = [];

    /// <summary>The query with its musts as wishes, to be asked when nothing fits; null where nothing is a must.</summary>
    public Query? Relaxed { get; init; }

    /// <summary>The words as they were read, where they were read otherwise than typed; asking verbatim undoes it.</summary>
    public string? ReadAs { get; init; }

    /// <summary>
    /// The query with slips of typing read that were taken as typed: those in phrases, fields and behind a minus, and all of
    /// them in a verbatim query. Null where there are none.
    /// </summary>
    public string? Offer { get; init; }

    /// <summary>Whether every word is taken as typed, and nothing less is searched for where nothing fits.</summary>
    public bool IsVerbatim { get; init; }

    /// <summary>A request for the first page of this query.</summary>
    /// <param name="limit">Hits on the page.</param>
    public SearchRequest ToRequest(int limit = 10) => new()
    {
        Query = Query,
        Filters = Filters,
        Wishes = Wishes.Count == 0 ? [] : [.. Wishes.Select(wish => wish.Condition)],
        Limit = limit,
    };
}
