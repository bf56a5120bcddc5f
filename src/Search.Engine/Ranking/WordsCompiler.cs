using Search.Text;

namespace Search.Engine;

/// <summary>
/// Turns words into scored lists: each syllable and each pair of neighbors, in its exact form. A word typed with
/// accents also finds its form without accents, at a lower weight, and every spelling where its own does not occur.
/// Words typed wholly without accents find every spelling. Holds the words it read last; one thread at a time.
/// </summary>
internal sealed class WordsCompiler
{
    private readonly TermResolver _terms;
    private readonly Abbreviations _abbreviations;
    private readonly List<FieldToken> _typed = [];
    private readonly List<FieldToken> _expanded = [];
    private readonly List<FieldToken> _replaced = [];
    private readonly Dictionary<string, int> _syllables = new(StringComparer.Ordinal);
    private readonly List<(int First, int Second, int Count)> _pairs = [];

    // Longer than the words of a query may be: its objects are used again.
    private readonly List<WordTerms> _known = [];
    private readonly List<int> _counts = [];
    private readonly WordTerms _abbreviation;

    /// <param name="terms">The words of the index.</param>
    /// <param name="abbreviations">What stands for other words.</param>
    public WordsCompiler(TermResolver terms, Abbreviations abbreviations)
    {
        (_terms, _abbreviations) = (terms, abbreviations);
        _abbreviation = new WordTerms(terms);
        Profile = new QueryProfile(this);
    }

    /// <summary>The words as the re-ranker needs them.</summary>
    public QueryProfile Profile { get; }

    /// <summary>Adds the lists of words, each distinct term once, in the order of first occurrence, syllables first.</summary>
    /// <param name="words">The words.</param>
    /// <param name="lists">Receives the lists.</param>
    public void Compile(string words, List<ScoredList> lists)
    {
        Clear();
        FieldAnalyzer.Shared.Analyze(words, _typed);
        var plain = _typed.TrueForAll(t => string.Equals(t.Exact, t.Folded, StringComparison.Ordinal));
        var tokens = _abbreviations.Expand(words, _typed, _expanded, _replaced);
        foreach (var token in _replaced)
        {
            _abbreviation.Set(token, plain);
            _abbreviation.AddSyllable(lists, 1);
        }

        foreach (var token in tokens)
        {
            var number = _counts.Count;
            if (_syllables.TryAdd(token.Exact, number))
            {
                if (number == _known.Count)
                {
                    _known.Add(new WordTerms(_terms));
                }

                _known[number].Set(token, plain);
                _counts.Add(1);
            }
            else
            {
                _counts[_syllables[token.Exact]]++;
            }
        }

        for (var i = 0; i < _counts.Count; i++)
        {
            _known[i].AddSyllable(lists, _counts[i]);
        }

        FindPairs(words, tokens);
        Profile.Begin(tokens.Count, plain, _counts.Count, _pairs.Count);
        for (var i = 0; i < _counts.Count; i++)
        {
            Profile.SetWord(i, _known[i].Name, _known[i].Idf, _known[i].Forms);
        }

        foreach (var (first, second, count) in _pairs)
        {
            Profile.AddPair(first, second, _known[first].AddPair(_known[second], lists, count * RankingConstants.CompoundWeight));
        }

        Profile.End();
    }

    /// <summary>The terms of the first syllables.</summary>
    public TermEntry[][][] FindWordTerms(int words) => [.. _known.Take(words).Select(word => word.Terms)];

    /// <summary>The terms of the pairs of the first syllables.</summary>
    public TermEntry[][][] FindPairTerms(int words) =>
        [.. _pairs.Where(pair => pair.First < words && pair.Second < words).Select(pair => _known[pair.First].PairTerms(_known[pair.Second]))];

    private void Clear()
    {
        _typed.Clear();
        _expanded.Clear();
        _replaced.Clear();
        _syllables.Clear();
        _counts.Clear();
        _pairs.Clear();
    }

    // Each distinct pair of neighbors and how often it comes. Questions are short: a list is searched sooner than a table is built.
    // Over an ellipsis words are no neighbors: something is left out there.
    private void FindPairs(string words, List<FieldToken> tokens)
    {
        var before = tokens.Count > 0 ? _syllables[tokens[0].Exact] : 0;
        for (var i = 1; i < tokens.Count; i++)
        {
            var word = _syllables[tokens[i].Exact];
            var (end, start) = (tokens[i - 1].End, tokens[i].Start);
            if (start > end && words.AsSpan(end, start - end).Contains('…'))
            {
                before = word;
                continue;
            }

            var at = PlaceOf(before, word);
            if (at < 0)
            {
                _pairs.Add((before, word, 1));
            }
            else
            {
                _pairs[at] = (before, word, _pairs[at].Count + 1);
            }

            before = word;
        }
    }

    private int PlaceOf(int first, int second)
    {
        for (var at = 0; at < _pairs.Count; at++)
        {
            if (_pairs[at].First == first && _pairs[at].Second == second)
            {
                return at;
            }
        }

        return -1;
    }
}
