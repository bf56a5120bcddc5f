using Search.Text;

namespace Search.Engine;

/// <summary>Cuts words that a collection does not know into syllables that it knows, where they and the words around make it likely.</summary>
/// <param name="words">The words of the collection.</param>
internal sealed class GluedWords(ICollectionWords words)
{
    private const int ShortestWord = 4;
    private const int LongestSyllable = 7;
    private const int MostSpellings = 6;

    // So many likely beginnings are followed at each letter.
    private const int Beam = 16;

    // A word at the beginning of a query, of the passages of a small collection.
    private const double First = 1_000;

    private readonly PairOdds _odds = new(words);

    /// <summary>The syllables of a word; null where it is known, or cannot be cut.</summary>
    /// <param name="text">The words as typed.</param>
    /// <param name="tokens">The words.</param>
    /// <param name="at">The number of the word.</param>
    public List<FieldToken>? Split(string text, List<FieldToken> tokens, int at)
    {
        var token = tokens[at];
        var folded = token.Folded;
        if (folded.Length < ShortestWord || folded.Length != token.End - token.Start || !folded.All(char.IsAsciiLetter)
            || VietnameseTyping.TryRead(token.Exact, out _) || words.Spellings(folded).Any(spelling => spelling.Count > 0))
        {
            return null;
        }

        var states = new List<State>[folded.Length + 1];
        states[0] = at == 0 ? [] : [.. Likely(tokens[at - 1].Folded).Select(word => new State(word, 0, null, 0))];
        for (var end = 1; end <= folded.Length; end++)
        {
            states[end] = [];
            for (var start = Math.Max(0, end - LongestSyllable); start < end; start++)
            {
                if (start > 0 && states[start].Count == 0)
                {
                    continue;
                }

                // By its spellings: "sap" without its tone is no syllable, "sắp" is.
                foreach (var spelling in Likely(folded[start..end]).Where(spelling => VietnameseSyllable.IsValid(spelling.Exact)))
                {
                    states[end].Add(Follow(states[start], spelling, start));
                }
            }

            states[end] = [.. states[end].OrderByDescending(state => state.Score).Take(Beam)];
        }

        var after = at + 1 < tokens.Count ? Likely(tokens[at + 1].Folded) : [];
        var best = states[^1].MaxBy(state => state.Score + (after.Count == 0 ? 0 : after.Max(next => _odds.Of(state.Word, next))));
        return best is null ? null : Parts(text, token, best);
    }

    private State Follow(List<State> before, WordCount word, int start)
    {
        if (before.Count == 0)
        {
            return new State(word, start, null, Math.Log((word.Count + 0.5) / First));
        }

        var best = before[0];
        var score = double.NegativeInfinity;
        foreach (var state in before)
        {
            if (state.Score + _odds.Of(state.Word, word) is var own && own > score)
            {
                (best, score) = (state, own);
            }
        }

        return new State(word, start, start == 0 ? null : best, score);
    }

    private List<WordCount> Likely(string folded) => [.. words.Spellings(folded).OrderByDescending(spelling => spelling.Count).Take(MostSpellings)];

    private static List<FieldToken> Parts(string text, FieldToken token, State last)
    {
        var parts = new List<FieldToken>();
        var end = token.End;
        for (var state = last; state is not null; state = state.Before)
        {
            var start = token.Start + state.Start;
            var (exact, plain) = FieldAnalyzer.Shared.Forms(text.AsSpan(start, end - start));
            parts.Insert(0, new FieldToken(exact, plain, start, end));
            end = start;
        }

        return parts;
    }

    // A beginning of the word that ends with a syllable.
    private sealed record State(WordCount Word, int Start, State? Before, double Score);
}
