using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Reading;
using Search.Engine;

namespace Search.Application.UseCases;

/// <summary>A search that waits for documents: what a watch needs to know of it, and whether it finds some that have arrived.</summary>
internal static class SavedSearch
{
    /// <summary>The ways its text is read, and the filters besides.</summary>
    /// <exception cref="SearchException">The query cannot be read, or a filter takes no such value.</exception>
    public static (IReadOnlyList<ParsedQuery> Readings, IReadOnlyList<Filter> Filters) Read(SearchQuery query, CollectionReader knowledge, IIndexSnapshot snapshot)
    {
        FilterValues.CheckClosed(query, knowledge.Names);
        var typed = SearchRequests.Parse(query.Q, knowledge.Names, snapshot.Words, isVerbatim: true);
        var read = query.Verbatim == true ? typed : SearchRequests.Parse(query.Q, knowledge.Names, snapshot.Words, isVerbatim: false);
        return (read.ReadAs is null ? [read] : [read, typed], SearchRequests.Filters(query, knowledge.Names));
    }

    /// <summary>Those of some documents that the search finds in a generation, as <see cref="SearchService"/> does.</summary>
    public static IReadOnlySet<string> Matching(
        SearchQuery query, CollectionReader knowledge, IIndexSnapshot snapshot, IReadOnlyCollection<string> keys, CancellationToken stop)
    {
        var parsed = SearchRequests.Parse(query.Q, knowledge.Names, snapshot.Words, query.Verbatim == true);
        var request = new SearchRequest
        {
            Query = parsed.Query,
            Filters = [.. parsed.Filters, .. SearchRequests.Filters(query, knowledge.Names)],
            Wishes = query.Verbatim == true ? [] : [.. parsed.Wishes.Select(wish => wish.Condition)],
        };
        return QueryAnswer.Matching(snapshot, parsed, request, keys, stop);
    }
}
