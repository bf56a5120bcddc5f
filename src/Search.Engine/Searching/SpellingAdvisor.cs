using Search.Text;

namespace Search.Engine;

/// <summary>
/// Offers a query in the collection's own spelling: unknown words are replaced by near, frequent ones, and words
/// typed without accents get the accents that their neighbors make likely (the best path over compounds).
/// </summary>
internal sealed class SpellingAdvisor(IReadOnlyList<SegmentView> views, TermResolver terms)
{
    private const int MaxWords = 32;
    private const int MaxCandidates = 12;
    private const double PairBonus = 4;

    private readonly TermExpander _expander = new(views, terms);

    public string? Advise(string query)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(query);
        if (tokens.Count is 0 or > MaxWords)
        {
            return null;
        }

        var plain = tokens.TrueForAll(t => string.Equals(t.Exact, t.Folded, StringComparison.Ordinal));
        var candidates = tokens.ConvertAll(token => Candidates(token, plain && tokens.Count > 1));
        var advice = string.Join(' ', BestPath(candidates));
        return string.Equals(advice, string.Join(' ', tokens.Select(t => t.Exact)), StringComparison.Ordinal) ? null : advice;
    }

    private List<FoundWord> Candidates(FieldToken token, bool restore)
    {
        var own = terms.Exact(token.Folded, token.Exact).Frequency;
        if (own > 0 && !restore)
        {
            return [new FoundWord(token.Folded, token.Exact, own)];
        }

        var found = _expander.Collect(TermKey.Spellings(token.Folded), (_, _) => true, MaxCandidates);
        if (found.Count == 0 && token.Folded.Length > 1 && !token.Folded.Any(char.IsAsciiDigit))
        {
            found = _expander.Collect([], (folded, _) => EditDistance.Within(folded, token.Folded, 1), MaxCandidates);
        }

        return found.Count > 0 ? found : [new FoundWord(token.Folded, token.Exact, 1)];
    }

    private List<string> BestPath(List<List<FoundWord>> candidates)
    {
        var scores = candidates.Select(c => new double[c.Count]).ToList();
        var from = candidates.Select(c => new int[c.Count]).ToList();
        for (var i = 0; i < candidates.Count; i++)
        {
            for (var c = 0; c < candidates[i].Count; c++)
            {
                var own = Math.Log(1 + candidates[i][c].Count);
                var best = i == 0 ? 0 : double.NegativeInfinity;
                for (var p = 0; i > 0 && p < candidates[i - 1].Count; p++)
                {
                    var path = scores[i - 1][p] + (PairBonus * Math.Log(1 + PairCount(candidates[i - 1][p], candidates[i][c])));
                    if (path <= best)
                    {
                        continue;
                    }

                    best = path;
                    from[i][c] = p;
                }

                scores[i][c] = best + own;
            }
        }

        var words = new List<string>();
        var at = Array.IndexOf(scores[^1], scores[^1].Max());
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            words.Insert(0, candidates[i][at].Exact);
            at = from[i][at];
        }

        return words;
    }

    private long PairCount(in FoundWord first, in FoundWord second) =>
        terms.Pair(first.Folded, first.Exact, second.Folded, second.Exact).Frequency;
}
