using System.Text;

namespace Search.Engine.Embedded;

/// <summary>Expands beginnings and misspelt words into the terms of the collection.</summary>
internal sealed class TermExpander(IReadOnlyList<SegmentView> views, TermResolver terms)
{
    /// <summary>At most so many terms, the most frequent ones.</summary>
    public const int MaxTerms = 64;

    /// <summary>Terms whose folded form begins so; typed with accents, whose exact form begins so.</summary>
    public List<ScoredList> Prefix(string text)
    {
        var token = FieldAnalyzer.Shared.Analyze(text);
        if (token.Count == 0)
        {
            return [];
        }

        var (exact, folded) = (token[0].Exact, token[0].Folded);
        var accented = !string.Equals(exact, folded, StringComparison.Ordinal);
        var found = Collect(Encoding.UTF8.GetBytes(folded), (f, e) => !accented || e.StartsWith(exact, StringComparison.Ordinal));
        return Lists(found);
    }

    /// <summary>Terms within an edit distance, the nearer ones weighted higher.</summary>
    public List<ScoredList> Fuzzy(string text, int distance)
    {
        var token = FieldAnalyzer.Shared.Analyze(text);
        if (token.Count == 0)
        {
            return [];
        }

        var folded = token[0].Folded;
        distance = Math.Clamp(distance, 1, 2);
        return Lists(Collect([], (f, _) => EditDistance.Within(f, folded, distance)));
    }

    /// <summary>Live passages of each term that a condition accepts, beginning with a folded prefix.</summary>
    public Dictionary<(string Folded, string Exact), long> Collect(byte[] prefix, Func<string, string, bool> accepts)
    {
        var found = new Dictionary<(string, string), long>();
        for (var s = 0; s < views.Count; s++)
        {
            var dictionary = views[s].Segment.Terms;
            for (var cursor = dictionary.Seek(prefix); cursor.IsValid && cursor.Key.StartsWith(prefix); cursor.MoveNext())
            {
                if (cursor.Key[0] == TermKey.NumberMark)
                {
                    continue;
                }

                var (folded, exact) = TermKey.Split(cursor.Key);
                if (!accepts(folded, exact))
                {
                    continue;
                }

                var frequency = terms.Frequency(s, dictionary.Postings(cursor.Ordinal));
                found[(folded, exact)] = found.GetValueOrDefault((folded, exact)) + frequency;
            }
        }

        return found;
    }

    private List<ScoredList> Lists(Dictionary<(string Folded, string Exact), long> found)
    {
        var lists = new List<ScoredList>();
        var chosen = found.Where(f => f.Value > 0).OrderByDescending(f => f.Value)
            .ThenBy(f => f.Key.Exact, StringComparer.Ordinal).Take(MaxTerms);
        foreach (var ((folded, exact), frequency) in chosen)
        {
            var weight = RankingConstants.Step(InverseFrequency.Of(terms.Entries, frequency) / RankingConstants.ImpactLevels);
            lists.Add(new ScoredList(exact, weight, terms.Lists(terms.Exact(folded, exact))));
        }

        return lists;
    }
}
