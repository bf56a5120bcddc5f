using Search.Engine.Tests;

namespace Search.Engine.Campaign;

/// <summary>
/// Compares an index with a scorer that knows no index: the ten best passages with their scores; of documents which match,
/// how many, their facet, their order by date, filtered and not.
/// </summary>
/// <param name="engine">The engine, without a second ranking.</param>
/// <param name="collection">What it should hold.</param>
internal sealed class OracleCheck(ISearchEngine engine, RandomCollection collection)
{
    private const int First = 10;
    private const double Tolerance = 1e-5;

    private readonly BruteForceScorer _oracle = new(collection.Truth.Values);
    private readonly HashSet<string> _groups = collection.Truth.Values.Select(entry => entry.Group).ToHashSet(StringComparer.Ordinal);

    /// <summary>Asks random queries; the problems found, none where all agree.</summary>
    /// <param name="queries">How many, half of them for documents.</param>
    /// <param name="revision">The revision that the index should mirror.</param>
    public IEnumerable<string> Problems(int queries, long revision)
    {
        using var snapshot = engine.OpenSnapshot();
        if (snapshot.Revision != revision)
        {
            yield return $"the revision is {snapshot.Revision}, not {revision}";
        }

        if (snapshot.Statistics.Entries != collection.Truth.Count || snapshot.Statistics.Groups != _groups.Count)
        {
            yield return $"{snapshot.Statistics.Entries} passages, not {collection.Truth.Count}; {snapshot.Statistics.Groups} documents, not {_groups.Count}";
        }

        for (var q = 0; q < queries; q++)
        {
            var problem = q % 2 == 0 ? Passages(snapshot, collection.NextQuery()) : Documents(snapshot, collection.NextDocumentQuery());
            if (problem is not null)
            {
                yield return problem;
            }
        }
    }

    private string? Passages(IIndexSnapshot snapshot, Query query)
    {
        var page = snapshot.Search(new SearchRequest { Query = query, Limit = First, GroupByDocument = false }, CancellationToken.None);
        var truth = _oracle.Search(query);
        var expected = truth.OrderByDescending(match => match.Value).Take(First).ToList();
        if (page.Hits.Count != expected.Count)
        {
            return $"{query}: {page.Hits.Count} passages, not {expected.Count}";
        }

        for (var i = 0; i < expected.Count; i++)
        {
            var hit = page.Hits[i];
            if (!IsClose(expected[i].Value, hit.Score) || !truth.TryGetValue(hit.Id, out var own) || !IsClose(own, hit.Score)
                || !string.Equals(hit.Group, RandomCollection.GroupOf(hit.Id), StringComparison.Ordinal))
            {
                return $"{query}: passage {i} is {hit.Id} with {hit.Score}, not {expected[i]}";
            }
        }

        return null;
    }

    private string? Documents(IIndexSnapshot snapshot, Query query)
    {
        var expected = Matches(query);
        var request = new SearchRequest { Query = query, Limit = 100, IncludeWeak = false, Facets = [IndexFields.Type], Sort = SortOrder.Newest };
        var page = snapshot.Search(request, CancellationToken.None);
        var found = page.Hits.Select(hit => hit.Group).ToList();
        if (page.Total.Value != expected.Count || !found.SequenceEqual(expected.OrderByDescending(RandomCollection.DateOf), StringComparer.Ordinal))
        {
            return $"{query}: total {page.Total.Value} with {string.Join(' ', found)}, not {string.Join(' ', expected.OrderByDescending(RandomCollection.DateOf))}";
        }

        foreach (var type in expected.GroupBy(RandomCollection.TypeOf, StringComparer.Ordinal))
        {
            var counted = page.Facets[IndexFields.Type].Where(value => string.Equals(value.Value, type.Key, StringComparison.Ordinal)).Sum(value => value.Count);
            var filtered = snapshot.Search(request with { Filters = [new KeywordFilter(IndexFields.Type, [type.Key])] }, CancellationToken.None).Total.Value;
            if (counted != type.Count() || filtered != type.Count())
            {
                return $"{query}: {counted} counted and {filtered} filtered of {type.Key}, not {type.Count()}";
            }
        }

        return null;
    }

    private HashSet<string> Matches(Query query)
    {
        switch (query)
        {
            case AndQuery and:
                var all = Matches(and.Clauses[0]);
                foreach (var clause in and.Clauses.Skip(1))
                {
                    all.IntersectWith(Matches(clause));
                }

                return all;
            case OrQuery or:
                return or.Clauses.SelectMany(Matches).ToHashSet(StringComparer.Ordinal);
            case NotQuery not:
                return _groups.Except(Matches(not.Inner), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
            default:
                return _oracle.Search(query).Keys.Select(RandomCollection.GroupOf).ToHashSet(StringComparer.Ordinal);
        }
    }

    private static bool IsClose(double expected, double found) => Math.Abs(expected - found) <= Tolerance * Math.Max(1, expected);
}
