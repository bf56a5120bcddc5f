using System.Runtime.InteropServices;
using Search.Text;

namespace Search.Engine;

/// <summary>
/// Which words of a query each document holds, in whatever passages, and what they tell: the rule by which words match.
/// Of up to <see cref="MostWords"/> words all must be there and half of what their compounds tell; of more, and where no
/// document holds all, most by what they tell. Words that mean a type, an issuer or a place are held by the documents that
/// carry it, too; dates are wishes and no words. Neighbors that seldom meet are no compound: they tell as much less as they
/// meet more seldom than the rarer of them occurs.
/// </summary>
internal sealed class WordCoverage
{
    /// <summary>Up to so many distinct words all must be there.</summary>
    public const int MostWords = 5;

    // Shares of what words and compounds tell. Which documents are weak is decided by them, not the order of hits.
    internal const float CompoundShare = 0.5f;
    internal const float MostShare = 0.6f;
    internal const float NearBest = 0.8f;

    private readonly Generation _generation;
    private readonly QueryProfile _query;
    private readonly float[] _words;
    private readonly float[] _compounds;
    private readonly DocumentSet _holders;
    private readonly Dictionary<int, List<DocumentSet>> _carriers = [];
    private readonly HashSet<int> _dates = [];
    private HashSet<int>? _meant;

    /// <summary>Reads the postings of every word and compound of a query once.</summary>
    /// <param name="generation">The generation.</param>
    /// <param name="query">The words.</param>
    /// <param name="meanings">What some of them mean, with the documents that carry it.</param>
    /// <param name="arrays">Where it counts; its own as long as it is asked.</param>
    public WordCoverage(
        Generation generation, QueryProfile query, IEnumerable<(WordsMeaning Meaning, DocumentSet Carriers)> meanings, CoverageArrays arrays)
    {
        (_generation, _query) = (generation, query);
        arrays.Begin();
        (_words, _compounds, _holders) = (arrays.Words, arrays.Compounds, arrays.Holders);
        foreach (var (meaning, carriers) in meanings)
        {
            foreach (var word in WordsOf(meaning))
            {
                if (meaning.IsDate)
                {
                    _dates.Add(word);
                }
                else
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(_carriers, word, out _) ??= []).Add(carriers);
                }
            }
        }

        for (var word = 0; word < query.Idf.Length; word++)
        {
            if (query.Idf[word] > 0 && !_dates.Contains(word))
            {
                AddWord(word);
            }
        }
    }

    /// <summary>The words that mean a type, an issuer, a place or a date, by their numbers in the query.</summary>
    public IReadOnlySet<int> Meant => _meant ??= [.. _dates, .. _carriers.Keys];

    /// <summary>What all words tell.</summary>
    public float WordSum { get; private set; }

    /// <summary>What all compounds tell.</summary>
    public float CompoundSum { get; private set; }

    /// <summary>Distinct words that occur.</summary>
    public int Count { get; private set; }

    /// <summary>Share of words and compounds that a document holds, by what they tell.</summary>
    public float Share(int document) => (_words[document] + _compounds[document]) / Sum;

    private float Sum => Math.Max(float.Epsilon, WordSum + CompoundSum);

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
            // Nothing but a date, which is a wish: every document will do.
            return _dates.Count > 0 ? new DocumentSet(live.Size).Or(live) : new DocumentSet(live.Size);
        }

        if (compoundsOnly && CompoundSum > 0)
        {
            return DocumentSums.Reaching(live, _words, 0, _compounds, CompoundSum * Rounding);
        }

        if (Count <= MostWords)
        {
            var all = DocumentSums.Reaching(live, _words, WordSum * Rounding, _compounds, CompoundSum * CompoundShare);
            if (all.Count > 0)
            {
                return all;
            }
        }

        rule = MatchRule.Most;
        var best = DocumentSums.Largest(live, _words, _compounds, Sum);
        return best <= 0
            ? new DocumentSet(live.Size)
            : DocumentSums.Reaching(live, _words, _compounds, Sum, Math.Min(MostShare, best * NearBest));
    }

    private IEnumerable<int> WordsOf(WordsMeaning meaning)
    {
        foreach (var token in FieldAnalyzer.Shared.Analyze(meaning.Words))
        {
            for (var word = 0; word < _query.Forms.Length; word++)
            {
                if (_query.Forms[word].Contains(token.Exact, StringComparer.Ordinal)
                    || _query.Forms[word].Any(form => string.Equals(FieldAnalyzer.Shared.Forms(form).Folded, token.Exact, StringComparison.Ordinal)))
                {
                    yield return word;
                }
            }
        }
    }

    private void AddWord(int word)
    {
        Add(_query.WordTerms[word], _query.Idf[word], _words, _carriers.GetValueOrDefault(word, []));
        WordSum += _query.Idf[word];
        Count++;
        for (var next = 0; next < _query.Idf.Length; next++)
        {
            if (_query.Pair(word, next) is >= 0 and var pair && _query.PairIdf[pair] > 0 && !_dates.Contains(next))
            {
                var told = Told(_query, word, next, pair);
                Add(_query.PairTerms[pair], told, _compounds, [.. _carriers.GetValueOrDefault(word, []).Intersect(_carriers.GetValueOrDefault(next, []))]);
                CompoundSum += told;
            }
        }
    }

    /// <summary>What a compound tells: how often it is met where the rarer word is, on the scale of what words tell.</summary>
    internal static float Told(QueryProfile query, int word, int next, int pair)
    {
        var rarer = Math.Max(query.Idf[word], query.Idf[next]);
        return query.PairIdf[pair] * MathF.Exp(Math.Min(0, rarer - query.PairIdf[pair]) / 2);
    }

    private void Add(TermEntry[][] lists, float told, float[] sums, List<DocumentSet> carriers)
    {
        _holders.Clear();
        for (var s = 0; s < lists.Length; s++)
        {
            foreach (var list in lists[s])
            {
                _generation.Holders[s].Add(list, _holders);
            }
        }

        foreach (var set in carriers)
        {
            _holders.Or(set);
        }

        DocumentSums.Add(_holders.Bits, told, sums);
    }
}
