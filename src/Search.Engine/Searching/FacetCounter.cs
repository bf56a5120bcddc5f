using System.Collections.ObjectModel;

namespace Search.Engine;

/// <summary>Counts the values of keyword columns over hits.</summary>
internal static class FacetCounter
{
    /// <summary>No facets.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> None => ReadOnlyDictionary<string, IReadOnlyList<FacetValue>>.Empty;

    /// <param name="generation">The generation.</param>
    /// <param name="hits">One passage of every hit.</param>
    /// <param name="columns">The columns.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Count(
        Generation generation, IEnumerable<ScoredPassage> hits, IReadOnlyList<string> columns)
    {
        if (columns.Count == 0)
        {
            return None;
        }

        var facets = new Dictionary<string, IReadOnlyList<FacetValue>>(StringComparer.Ordinal);
        foreach (var name in columns)
        {
            var column = IndexFields.KeywordColumns.ToList().IndexOf(name);
            facets[name] = column < 0 ? [] : Count(generation, hits, column);
        }

        return facets;
    }

    private static List<FacetValue> Count(Generation generation, IEnumerable<ScoredPassage> hits, int column)
    {
        var counts = new int[generation.Segments.Count][];
        for (var s = 0; s < counts.Length; s++)
        {
            counts[s] = new int[generation.Segments[s].Segment.Keyword(column)?.Values.Count ?? 0];
        }

        foreach (var hit in hits)
        {
            if (generation.Segments[hit.Segment].Segment.Keyword(column) is not { } values)
            {
                continue;
            }

            foreach (var value in values.Of(hit.Doc))
            {
                counts[hit.Segment][value]++;
            }
        }

        var sums = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var s = 0; s < counts.Length; s++)
        {
            for (var v = 0; v < counts[s].Length; v++)
            {
                if (counts[s][v] == 0)
                {
                    continue;
                }

                var value = generation.Segments[s].Segment.Keyword(column)!.Values[v];
                sums[value] = sums.GetValueOrDefault(value) + counts[s][v];
            }
        }

        // A filter does not tell spellings of one form apart, so they are one value, shown as it is written most often.
        return [.. sums.GroupBy(s => KeywordForm.Of(s.Key), StringComparer.Ordinal)
            .Select(form => new FacetValue(form.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key, form.Sum(s => s.Value)))
            .OrderByDescending(f => f.Count).ThenBy(f => f.Value, StringComparer.Ordinal)];
    }
}
