using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.LuceneNet;

/// <summary>Counts the values of keyword columns over an answer.</summary>
internal static class FacetCounter
{
    public static IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Count(
        HitList hits, IReadOnlyList<string> facets, ReaderColumns columns)
    {
        var counted = new Dictionary<string, IReadOnlyList<FacetValue>>(StringComparer.Ordinal);
        foreach (var facet in facets)
        {
            counted[facet] = columns.Keywords(facet) is { } values ? Count(hits, values) : [];
        }

        return counted;
    }

    private static List<FacetValue> Count(HitList hits, SortedSetDocValues values)
    {
        var counts = new long[values.ValueCount];
        var seen = new HashSet<long>();
        foreach (var row in hits.Rows)
        {
            seen.Clear();
            foreach (var (doc, _) in row.Matches)
            {
                values.SetDocument(doc);
                for (var ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
                {
                    if (seen.Add(ord))
                    {
                        counts[ord]++;
                    }
                }
            }
        }

        var value = new BytesRef();
        var facetValues = new List<FacetValue>();
        for (var ord = 0; ord < counts.Length; ord++)
        {
            if (counts[ord] > 0)
            {
                values.LookupOrd(ord, value);
                facetValues.Add(new FacetValue(value.Utf8ToString(), counts[ord]));
            }
        }

        facetValues.Sort((a, b) => a.Count != b.Count
            ? b.Count.CompareTo(a.Count)
            : string.CompareOrdinal(a.Value, b.Value));
        return facetValues;
    }
}
