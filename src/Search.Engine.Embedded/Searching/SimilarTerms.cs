using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>The words that tell a document from others, read from the texts of its passages.</summary>
internal static class SimilarTerms
{
    private const int MaxTerms = 30;

    /// <summary>The telling words of a document, the most telling first, as lists of a query.</summary>
    /// <param name="views">The segments.</param>
    /// <param name="terms">Their terms.</param>
    /// <param name="group">The document's key.</param>
    public static List<ScoredList> Of(IReadOnlyList<SegmentView> views, TermResolver terms, string group)
    {
        var found = new Dictionary<string, (byte[] Key, float Weight)>(StringComparer.Ordinal);
        var holders = new List<(int Segment, int Group)>();
        for (var s = 0; s < views.Count; s++)
        {
            var number = views[s].Segment.Groups.Find(group);
            if (number >= 0)
            {
                holders.Add((s, number));
            }
        }

        foreach (var (segment, number) in holders)
        {
            var weights = Weights(views[segment], segment, terms, views[segment].Segment.DocsOfGroup(number));
            // Keys are slow to read. Unless another segment may add to a weight, only the best can be chosen.
            var least = holders.Count == 1 ? NthWeight(weights, MaxTerms) : 0;
            foreach (var (ordinal, weight) in weights)
            {
                if (weight < least)
                {
                    continue;
                }

                var key = views[segment].Segment.Terms.Key(ordinal);
                var name = TermKey.Split(key).Exact;
                found[name] = (key, weight + (found.TryGetValue(name, out var known) ? known.Weight : 0));
            }
        }

        var lists = new List<ScoredList>();
        foreach (var (_, (key, _)) in found.OrderByDescending(f => f.Value.Weight).ThenBy(f => f.Key, StringComparer.Ordinal).Take(MaxTerms))
        {
            var (folded, exact) = TermKey.Split(key);
            var postings = terms.Lists(terms.Exact(folded, exact));
            var idf = InverseFrequency.Of(terms.Entries, terms.Frequency(postings));
            if (idf > 0)
            {
                lists.Add(new ScoredList(exact, idf / RankingConstants.ImpactLevels, postings));
            }
        }

        return lists;
    }

    // Impacts are those of the postings: frequencies are added up in the order in which the builder does.
    private static List<(int Ordinal, float Weight)> Weights(SegmentView view, int number, TermResolver terms, ReadOnlySpan<int> docs)
    {
        var segment = view.Segment;
        var telling = segment.TellingTerms;
        var impacts = new Dictionary<int, int>();
        var frequencies = new Dictionary<int, float>();
        Span<float> factors = stackalloc float[IndexFields.TextFields.Count];
        foreach (var doc in docs)
        {
            if (view.Deletes?[doc] is true)
            {
                continue;
            }

            var lengths = segment.Lengths(doc);
            Impact.Factors(lengths, factors);
            frequencies.Clear();
            var reader = new ForwardReader(segment.Text(doc));
            for (var f = 0; f < lengths.Length; f++)
            {
                for (var i = 0; i < lengths[f] && reader.MoveNext(); i++)
                {
                    var ordinal = telling[reader.Code];
                    if (ordinal >= 0)
                    {
                        CollectionsMarshal.GetValueRefOrAddDefault(frequencies, ordinal, out _) += factors[f];
                    }
                }
            }

            foreach (var (ordinal, frequency) in frequencies)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(impacts, ordinal, out _) += Impact.Quantize(frequency);
            }
        }

        var weights = new List<(int Ordinal, float Weight)>(impacts.Count);
        foreach (var (ordinal, impact) in impacts)
        {
            weights.Add((ordinal, impact * InverseFrequency.Of(terms.Entries, terms.Frequency(number, segment.Terms.Postings(ordinal)))));
        }

        return weights;
    }

    private static float NthWeight(List<(int Ordinal, float Weight)> weights, int n)
    {
        if (weights.Count <= n)
        {
            return 0;
        }

        var sorted = weights.ConvertAll(w => w.Weight);
        sorted.Sort();
        return sorted[^n];
    }
}
