namespace Search.Engine;

/// <summary>
/// Which words of a query each document holds, in whatever passages, and what they tell: the rule by which words match.
/// Of up to <see cref="MostWords"/> words all must be there and half of what their compounds tell; of more, and where no
/// document holds all, most by what they tell.
/// </summary>
internal sealed class WordCoverage
{
    /// <summary>Up to so many distinct words all must be there.</summary>
    public const int MostWords = 5;

    // Shares of what words and compounds tell. Which documents are weak is decided by them, not the order of hits.
    private const float CompoundShare = 0.5f;
    private const float MostShare = 0.6f;
    private const float NearBest = 0.8f;

    private readonly float[] _words;
    private readonly float[] _compounds;

    private WordCoverage(float[] words, float[] compounds, float wordSum, float compoundSum, int count)
    {
        (_words, _compounds, WordSum, CompoundSum, Count) = (words, compounds, wordSum, compoundSum, count);
    }

    /// <summary>What all words tell.</summary>
    public float WordSum { get; }

    /// <summary>What all compounds tell.</summary>
    public float CompoundSum { get; }

    /// <summary>Distinct words that occur.</summary>
    public int Count { get; }

    /// <summary>Reads the postings of every word and compound of a query once.</summary>
    /// <param name="generation">The generation.</param>
    /// <param name="query">The words.</param>
    /// <param name="withoutFigures">Whether figures are left out: they are a date, which is a wish.</param>
    public static WordCoverage Of(Generation generation, QueryProfile query, bool withoutFigures)
    {
        var words = new float[generation.Groups.Count];
        var compounds = new float[generation.Groups.Count];
        var last = new int[generation.Groups.Count];
        Array.Fill(last, -1);
        var number = 0;
        var count = 0;
        float wordSum = 0, compoundSum = 0;
        for (var w = 0; w < query.Idf.Length; w++)
        {
            if (query.Idf[w] <= 0 || (withoutFigures && IsFigures(query, w)))
            {
                continue;
            }

            Add(generation, query.WordTerms[w], query.Idf[w], words, last, number++);
            wordSum += query.Idf[w];
            count++;
            for (var next = 0; next < query.Idf.Length; next++)
            {
                if (query.Pair(w, next) is >= 0 and var pair && query.PairIdf[pair] > 0 && !(withoutFigures && IsFigures(query, next)))
                {
                    Add(generation, query.PairTerms[pair], query.PairIdf[pair], compounds, last, number++);
                    compoundSum += query.PairIdf[pair];
                }
            }
        }

        return new WordCoverage(words, compounds, wordSum, compoundSum, count);
    }

    /// <summary>Share of words and compounds that a document holds, by what they tell.</summary>
    public float Share(int document) => (_words[document] + _compounds[document]) / Math.Max(float.Epsilon, WordSum + CompoundSum);

    /// <summary>The documents that match the words, and the rule by which they do.</summary>
    /// <param name="live">Documents to choose from.</param>
    /// <param name="compoundsOnly">Whether every compound must be there: the words are a document number.</param>
    /// <param name="rule">All words, or most.</param>
    public DocumentSet Matches(DocumentSet live, bool compoundsOnly, out MatchRule rule)
    {
        const float Rounding = 0.999f;
        rule = MatchRule.All;
        if (Count == 0)
        {
            return new DocumentSet(live.Size);
        }

        if (compoundsOnly && CompoundSum > 0)
        {
            return Where(live, d => _compounds[d] >= CompoundSum * Rounding);
        }

        if (Count <= MostWords)
        {
            var all = Where(live, d => _words[d] >= WordSum * Rounding && _compounds[d] >= CompoundSum * CompoundShare);
            if (all.Count > 0)
            {
                return all;
            }
        }

        rule = MatchRule.Most;
        var best = 0f;
        foreach (var document in live.Documents())
        {
            best = Math.Max(best, Share(document));
        }

        var least = Math.Min(MostShare, best * NearBest);
        return best <= 0 ? new DocumentSet(live.Size) : Where(live, d => Share(d) >= least);
    }

    private static bool IsFigures(QueryProfile query, int word) => query.Forms[word] is [var form, ..] && form.All(char.IsAsciiDigit);

    private static DocumentSet Where(DocumentSet live, Func<int, bool> fits)
    {
        var set = new DocumentSet(live.Size);
        foreach (var document in live.Documents())
        {
            if (fits(document))
            {
                set.Add(document);
            }
        }

        return set;
    }

    private static void Add(Generation generation, TermEntry[][] lists, float idf, float[] sums, int[] last, int number)
    {
        for (var s = 0; s < lists.Length; s++)
        {
            var view = generation.Segments[s];
            foreach (var list in lists[s])
            {
                foreach (var doc in view.Segment.Postings(list).Docs)
                {
                    var document = generation.Groups.Of(s, view.Segment.Documents.Of(doc));
                    if (last[document] != number && view.IsLive(doc))
                    {
                        last[document] = number;
                        sums[document] += idf;
                    }
                }
            }
        }
    }
}
