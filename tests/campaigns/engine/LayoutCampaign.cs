using System.Globalization;
using System.Text.Json;
using Search.Engine.LuceneNet;

namespace Search.Engine.Campaign;

/// <summary>
/// The same passages, once with all their deletes, replacements and merges behind them and once written afresh in another order
/// with other threads: two machines that follow one store have such indexes. Every answer must be the same to the byte.
/// </summary>
public static class LayoutCampaign
{
    private const int QueriesPerCollection = 100;
    private const int Limit = 7;

    /// <summary>Runs it.</summary>
    /// <param name="queries">Random queries in all.</param>
    public static Outcome Run(int queries)
    {
        var folder = Directory.CreateTempSubdirectory("campaign-layout-").FullName;
        var failures = new List<string>();
        var asked = 0;
        try
        {
            for (var c = 0; asked < queries; c++)
            {
                var random = new Random(9000 + c);
                var collection = new RandomCollection(random, isTitled: true);

                // Few postings are counted to the last one; of more a lower bound is told.
                var exact = c % 2 == 0 ? 700 : new SearchEngineOptions().ExactTotalPostings;
                using var grown = Open(folder, $"grown{c}", threads: 1, perTier: 2, exact);
                for (var round = 1; round <= 4; round++)
                {
                    collection.Change(grown, 150, round);
                }

                using var fresh = Open(folder, $"fresh{c}", threads: 2, perTier: 8, exact);
                Write(fresh, [.. collection.Truth.Values.OrderBy(_ => random.Next())], revision: 4);
                using var one = grown.OpenSnapshot();
                using var other = fresh.OpenSnapshot();
                var count = Math.Min(QueriesPerCollection, queries - asked);
                for (var q = 0; q < count; q++)
                {
                    var query = q % 2 == 0 ? collection.NextQuery() : collection.NextDocumentQuery();
                    failures.AddRange(Differences(one, other, query));
                }

                asked += count;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return new Outcome("one answer for every layout", string.Create(CultureInfo.InvariantCulture, $"{asked} random queries, {failures.Count} differ"), failures);
    }

    private static IEnumerable<string> Differences(IIndexSnapshot one, IIndexSnapshot other, Query query)
    {
        foreach (var sort in Enum.GetValues<SortOrder>())
        {
            foreach (var grouped in (bool[])[true, false])
            {
                var request = new SearchRequest
                {
                    Query = query, Limit = Limit, Sort = sort, GroupByDocument = grouped, Facets = grouped ? [IndexFields.Type] : [], PassagesPerGroup = 2,
                };
                var (first, second) = (one.Search(request, CancellationToken.None), other.Search(request, CancellationToken.None));
                if (Differ(first, second))
                {
                    yield return $"{query} by {sort}{(grouped ? "" : ", passages")}: {Parting(Text(first), Text(second))}";
                }
                else if (first.NextCursor is { } cursor)
                {
                    // The page of one is gone on with by the other.
                    var next = request with { Cursor = cursor };
                    if (Differ(one.Search(next, CancellationToken.None), other.Search(next, CancellationToken.None)))
                    {
                        yield return $"{query} by {sort}: the second pages differ";
                    }
                }
            }
        }

        var typed = query.ToString()!;
        if (Differ(one.Suggest(typed, 8), other.Suggest(typed, 8)) || Differ(one.DidYouMean(typed), other.DidYouMean(typed)))
        {
            yield return $"{query}: suggestions differ";
        }

        if (one.Search(new SearchRequest { Query = query, Limit = 1 }, CancellationToken.None).Hits is [var hit]
            && Differ(one.Similar(hit.Group, Limit), other.Similar(hit.Group, Limit)))
        {
            yield return $"{hit.Group}: similar documents differ";
        }
    }

    private static bool Differ<T>(T one, T other) => !string.Equals(Text(one), Text(other), StringComparison.Ordinal);

    /// <summary>What the two say where they part.</summary>
    private static string Parting(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"…{Around(one, at)}… and …{Around(other, at)}…";

        static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)];
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize(value);

    private static ISearchEngine Open(string folder, string name, int threads, int perTier, int exact) => LuceneNetEngine.Open(
        Path.Combine(folder, name), new SearchEngineOptions { IndexingThreads = threads, ExactTotalPostings = exact }, new LuceneNetOptions { SegmentsPerTier = perTier, BackgroundMerges = false });

    private static void Write(ISearchEngine engine, IReadOnlyList<IndexEntry> entries, long revision)
    {
        using var writer = engine.OpenWriter();
        foreach (var entry in entries)
        {
            writer.Put(entry);
        }

        writer.Commit(revision);
    }
}
