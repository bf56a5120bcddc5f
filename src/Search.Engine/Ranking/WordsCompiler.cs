namespace Search.Engine;

/// <summary>
/// Turns words into scored lists: each syllable and each pair of neighbors, in its exact form. A word typed with
/// accents also finds its form without accents, at a lower weight, and every spelling where its own does not occur.
/// Words typed wholly without accents find every spelling.
/// </summary>
internal sealed class WordsCompiler(TermResolver terms, Abbreviations abbreviations)
{
    /// <summary>The lists of words, each distinct term once, in the order of first occurrence, syllables first.</summary>
    public List<ScoredList> Compile(string words) => Compile(words, out _);

    /// <summary>The lists of words, and the words as the re-ranker needs them.</summary>
    public List<ScoredList> Compile(string words, out QueryProfile profile)
    {
        var typed = FieldAnalyzer.Shared.Analyze(words);
        var plain = typed.TrueForAll(t => string.Equals(t.Exact, t.Folded, StringComparison.Ordinal));
        var lists = new List<ScoredList>();
        var tokens = abbreviations.Expand(words, typed, token => new WordTerms(terms, token, plain).AddSyllable(lists, 1));
        var syllables = new Dictionary<string, int>(tokens.Count, StringComparer.Ordinal);
        var known = new List<WordTerms>(tokens.Count);
        var counts = new List<int>(tokens.Count);
        foreach (var token in tokens)
        {
            if (syllables.TryAdd(token.Exact, known.Count))
            {
                known.Add(new WordTerms(terms, token, plain));
                counts.Add(0);
            }

            counts[syllables[token.Exact]]++;
        }

        for (var i = 0; i < known.Count; i++)
        {
            known[i].AddSyllable(lists, counts[i]);
        }

        var pairs = AddPairs(tokens, syllables, known, lists);
        var used = Math.Min(known.Count, QueryProfile.MaxWords);
        var usedPairs = used == known.Count ? pairs : pairs.FindAll(p => p.First < used && p.Second < used);
        var idf = new float[used];
        var forms = new string[used][];
        for (var i = 0; i < used; i++)
        {
            (idf[i], forms[i]) = (known[i].Idf, known[i].Forms);
        }

        profile = new QueryProfile(tokens.Count, idf, forms, usedPairs)
        {
            Words = [.. syllables.Where(syllable => syllable.Value < used).OrderBy(syllable => syllable.Value).Select(syllable => syllable.Key)],
            IsPlain = plain,
            FindWordTerms = () => [.. known.Take(used).Select(word => word.Terms)],
            FindPairTerms = () => [.. usedPairs.Select(p => known[p.First].PairTerms(known[p.Second]))],
        };
        return lists;
    }

    // Each distinct pair of neighbors with what it tells. Questions are short: a list is searched sooner than a table is built.
    private static List<(int First, int Second, float Told)> AddPairs(
        List<FieldToken> tokens, Dictionary<string, int> syllables, List<WordTerms> known, List<ScoredList> lists)
    {
        var pairs = new List<(int First, int Second, float Told)>(tokens.Count);
        var before = tokens.Count > 0 ? syllables[tokens[0].Exact] : 0;
        for (var i = 1; i < tokens.Count; i++)
        {
            var word = syllables[tokens[i].Exact];
            var at = pairs.FindIndex(p => p.First == before && p.Second == word);
            if (at < 0)
            {
                pairs.Add((before, word, 1));
            }
            else
            {
                pairs[at] = (before, word, pairs[at].Told + 1);
            }

            before = word;
        }

        for (var i = 0; i < pairs.Count; i++)
        {
            var (first, second, count) = pairs[i];
            pairs[i] = (first, second, known[first].AddPair(known[second], lists, count * RankingConstants.CompoundWeight));
        }

        return pairs;
    }
}
