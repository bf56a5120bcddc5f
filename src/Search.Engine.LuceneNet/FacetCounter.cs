using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.LuceneNet;

/// <summary>Counts the values of keyword columns over an answer.</summary>
internal static class FacetCounter
{
    public static IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Count(
        List<Match> matches, SearchRequest request, ReaderColumns columns)
    {
        var counted = new Dictionary<string, IReadOnlyList<FacetValue>>(StringComparer.Ordinal);
        foreach (var facet in request.Facets)
        {
            counted[facet] = columns.Keywords(facet) is { } values ? Count(matches, request.GroupByDocument, values, columns) : [];
        }

        return counted;
    }

    private static List<FacetValue> Count(
        List<Match> matches, bool documents, SortedSetDocValues values, ReaderColumns columns)
    {
        var counts = new long[values.ValueCount];
        var seen = new HashSet<(int Group, long Value)>();
        foreach (var match in matches)
        {
            values.SetDocument(match.Doc);
            var group = documents ? columns.GroupOrdinal(match.Doc) : match.Doc;
            for (var ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
            {
                if (seen.Add((group, ord)))
                {
                    counts[ord]++;
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
