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
    /// <param name="generation">The generation.</param>
    /// <param name="group">The document's key.</param>
    public static List<ScoredList> Of(Generation generation, string group)
    {
        var (views, terms) = (generation.Segments, generation.Terms);
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

        var most = Math.Max(LeastDocuments, generation.LiveDocuments.Count / BoilerplateShare);
        return [.. telling.OrderByDescending(t => t.Weight).ThenBy(t => t.Word, StringComparer.Ordinal)
            .Where(t => Documents(generation, t.Term) <= most).Take(MaxTerms)
            .Select(t => new ScoredList(t.Word, t.Idf / RankingConstants.ImpactLevels, t.Term.Lists))];
    }

    private static int Documents(Generation generation, ResolvedTerm term)
    {
        var holders = new DocumentSet(generation.Groups.Count);
        for (var s = 0; s < term.Lists.Length; s++)
        {
            foreach (var list in term.Lists[s])
            {
                generation.Holders[s].Add(list, holders);
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
