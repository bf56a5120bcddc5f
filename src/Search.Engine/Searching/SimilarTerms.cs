using System.Runtime.InteropServices;
using Search.Text;

namespace Search.Engine;

/// <summary>The words that tell a document from others, read from the texts of its passages.</summary>
internal static class SimilarTerms
{
    private const int MaxTerms = 30;
    private const int Rarest = 2;
    private const int CommonShare = 8;
    private const int LeastCommon = 64;

    // A word found in a fifth of the documents is boilerplate, however rarely their passages repeat it.
    private const int BoilerplateShare = 5;
    private const int LeastDocuments = 10;

    /// <summary>The telling words of a document, the most telling first, as lists of a query.</summary>
    /// <param name="views">The segments.</param>
    /// <param name="terms">Their terms.</param>
    /// <param name="groups">The documents' numbers.</param>
    /// <param name="group">The document's key.</param>
    public static List<ScoredList> Of(IReadOnlyList<SegmentView> views, TermResolver terms, GroupNumbers groups, string group)
    {
        var impacts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var view in views)
        {
            var document = view.Segment.Documents.Find(group);
            if (document >= 0)
            {
                AddImpacts(view, view.Segment.Documents.Passages(document), impacts);
            }
        }

        var telling = new List<(string Word, float Weight, float Idf, ResolvedTerm Term)>();
        foreach (var (word, impact) in impacts)
        {
            var term = terms.Exact(FieldAnalyzer.Shared.Forms(word).Folded, word);

            // What stands in one passage only leads nowhere, what stands in too many says nothing.
            if (term.Frequency >= Rarest && term.Frequency <= Math.Max(LeastCommon, terms.Entries / CommonShare))
            {
                var idf = InverseFrequency.Of(terms.Entries, term.Frequency);
                telling.Add((word, impact * idf, idf, term));
            }
        }

        return [.. telling.OrderByDescending(t => t.Weight).ThenBy(t => t.Word, StringComparer.Ordinal)
            .Where(t => Documents(views, groups, t.Term) <= Math.Max(LeastDocuments, groups.Count / BoilerplateShare)).Take(MaxTerms)
            .Select(t => new ScoredList(t.Word, t.Idf / RankingConstants.ImpactLevels, t.Term.Lists))];
    }

    private static int Documents(IReadOnlyList<SegmentView> views, GroupNumbers groups, ResolvedTerm term)
    {
        var holders = new DocumentSet(groups.Count);
        for (var s = 0; s < views.Count; s++)
        {
            foreach (var list in term.Lists[s])
            {
                foreach (var doc in views[s].Segment.Postings(list).Docs)
                {
                    if (views[s].IsLive(doc))
                    {
                        holders.Add(groups.Of(s, views[s].Segment.Documents.Of(doc)));
                    }
                }
            }
        }

        return holders.Count;
    }

    // Impacts are those of the postings: frequencies are added up in the order in which the analyzer does.
    private static void AddImpacts(SegmentView view, ReadOnlySpan<int> passages, Dictionary<string, int> impacts)
    {
        var frequencies = new Dictionary<string, float>(StringComparer.Ordinal);
        Span<float> factors = stackalloc float[ForwardText.Fields];
        Span<int> lengths = stackalloc int[ForwardText.Fields];
        foreach (var doc in passages)
        {
            if (!view.IsLive(doc))
            {
                continue;
            }

            var reader = new ForwardReader(ForwardText.Open(view.Segment.Text(doc), lengths));
            Impact.Factors(lengths, factors);
            frequencies.Clear();
            for (var f = 0; f < lengths.Length; f++)
            {
                for (var i = 0; i < lengths[f] && reader.MoveNext(); i++)
                {
                    var word = reader.Code == SyllableCode.None ? System.Text.Encoding.UTF8.GetString(reader.Foreign) : SyllableCode.Word(reader.Code);
                    CollectionsMarshal.GetValueRefOrAddDefault(frequencies, word, out _) += factors[f];
                }
            }

            foreach (var (word, frequency) in frequencies)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(impacts, word, out _) += Impact.Quantize(frequency);
            }
        }
    }
}
