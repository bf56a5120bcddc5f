namespace Search.Engine.Embedded;

/// <summary>
/// Turns words into scored lists: each syllable and each pair of neighbours, in its exact form. A word typed with
/// accents also finds its form without accents, at a lower weight, and every spelling where its own does not occur.
/// Words typed wholly without accents find every spelling.
/// </summary>
internal sealed class WordsCompiler(TermResolver terms)
{
    /// <summary>The lists of words, each distinct term once, in the order of first occurrence, syllables first.</summary>
    public List<ScoredList> Compile(string words)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(words);
        var plain = tokens.TrueForAll(t => string.Equals(t.Exact, t.Folded, StringComparison.Ordinal));
        var lists = new List<ScoredList>();
        var syllables = new Dictionary<string, WordTerms>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            counts[token.Exact] = counts.GetValueOrDefault(token.Exact) + 1;
            if (!syllables.ContainsKey(token.Exact)) syllables[token.Exact] = new WordTerms(terms, token, plain);
        }

        foreach (var (exact, syllable) in syllables) syllable.AddSyllable(lists, counts[exact]);
        AddPairs(tokens, syllables, lists);
        return lists;
    }

    private void AddPairs(List<FieldToken> tokens, Dictionary<string, WordTerms> syllables, List<ScoredList> lists)
    {
        var pairs = new Dictionary<(string, string), int>();
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var pair = (tokens[i].Exact, tokens[i + 1].Exact);
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        foreach (var ((first, second), count) in pairs)
            syllables[first].AddPair(syllables[second], lists, count * RankingConstants.CompoundWeight);
    }
}
