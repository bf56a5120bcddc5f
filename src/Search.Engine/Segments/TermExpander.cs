using System.Text;
using Search.Text;

namespace Search.Engine;

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
        return Lists(Collect(Encoding.UTF8.GetBytes(folded), (_, e) => !accented || e.StartsWith(exact, StringComparison.Ordinal), MaxTerms));
    }

    /// <summary>Pairs of a word and the beginning of the next.</summary>
    public List<ScoredList> Prefix(string before, string text)
    {
        var (first, second) = (FieldAnalyzer.Shared.Analyze(before), FieldAnalyzer.Shared.Analyze(text));
        if (first.Count == 0 || second.Count == 0)
        {
            return [];
        }

        var (word, begin) = (first[^1], second[0]);
        var pairs = CollectPairs(
            Encoding.UTF8.GetBytes($"{word.Folded} {begin.Folded}"),
            (_, exact) => exact.Split(' ') is [var one, var other]
                && (IsBare(word) || string.Equals(one, word.Exact, StringComparison.Ordinal))
                && (IsBare(begin) || other.StartsWith(begin.Exact, StringComparison.Ordinal)),
            MaxTerms);
        var lists = new List<ScoredList>(pairs.Count);
        foreach (var pair in pairs)
        {
            var (folded, exact) = (pair.Folded.Split(' '), pair.Exact.Split(' '));
            var weight = RankingConstants.Step(InverseFrequency.Of(terms.Entries, pair.Count) / RankingConstants.ImpactLevels);
            lists.Add(new ScoredList((exact[0], exact[1]), weight, terms.Pair(folded[0], exact[0], folded[1], exact[1]).Lists));
        }

        return lists;
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
        return Lists(Collect([], (f, _) => EditDistance.Within(f, folded, distance), MaxTerms));
    }

    /// <summary>
    /// The words that a condition accepts and that live passages hold, the most frequent first. Words of deleted passages
    /// are still in the files; they are counted live before they are shown.
    /// </summary>
    /// <param name="prefix">Beginning of their folded forms in UTF-8.</param>
    /// <param name="accepts">Tells by folded and exact form.</param>
    /// <param name="most">At most so many.</param>
    public List<FoundWord> Collect(ReadOnlySpan<byte> prefix, Func<string, string, bool> accepts, int most) =>
        Best(TermKind.Word, prefix, accepts, most);

    /// <summary>The same of pairs.</summary>
    /// <param name="prefix">Beginning of their keys in UTF-8: <c>folded folded</c>.</param>
    /// <param name="accepts">Tells by folded and exact form, both words joined by a space.</param>
    /// <param name="most">At most so many.</param>
    public List<FoundWord> CollectPairs(ReadOnlySpan<byte> prefix, Func<string, string, bool> accepts, int most) =>
        Best(TermKind.Pair, prefix, accepts, most);

    /// <summary>
    /// The words of the dictionaries, the most frequent first, those of deleted passages counted too: counting live ones alone
    /// reads every list of postings, which is for few words.
    /// </summary>
    /// <param name="most">At most so many.</param>
    public List<FoundWord> Dictionary(int most) => [.. Scan(TermKind.Word, [], (_, _) => true).Take(most)];

    /// <summary>Live passages that hold a word.</summary>
    public long LiveCount(FoundWord word) => views.All(view => view.LiveBits is null) ? word.Count : LiveCount(TermKind.Word, word);

    private List<FoundWord> Best(TermKind kind, ReadOnlySpan<byte> prefix, Func<string, string, bool> accepts, int most)
    {
        var sorted = Scan(kind, prefix, accepts);
        if (views.All(view => view.LiveBits is null))
        {
            return [.. sorted.Take(most)];
        }

        // The count with deleted passages is an upper bound: past the worst of enough live ones nothing better follows.
        var live = new List<FoundWord>();
        var best = new PriorityQueue<long, long>();
        foreach (var word in sorted)
        {
            if (best.Count >= most && word.Count <= best.Peek())
            {
                break;
            }

            if (LiveCount(kind, word) is > 0 and var count)
            {
                live.Add(word with { Count = count });
                best.Enqueue(count, count);
                if (best.Count > most)
                {
                    best.Dequeue();
                }
            }
        }

        live.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Exact, b.Exact));
        return live.Count > most ? live.GetRange(0, most) : live;
    }

    private IOrderedEnumerable<FoundWord> Scan(TermKind kind, ReadOnlySpan<byte> prefix, Func<string, string, bool> accepts)
    {
        var found = new Dictionary<string, FoundWord>(StringComparer.Ordinal);
        foreach (var view in views)
        {
            view.Segment.Stored.Scan(kind, prefix, (key, count) =>
            {
                if (!TermKey.IsText(key))
                {
                    return true;
                }

                var (folded, exact) = TermKey.Split(key);
                if (accepts(folded, exact))
                {
                    found[exact] = new FoundWord(folded, exact, count + (found.TryGetValue(exact, out var known) ? known.Count : 0));
                }

                return true;
            });
        }

        return found.Values.OrderByDescending(word => word.Count).ThenBy(word => word.Exact, StringComparer.Ordinal);
    }

    private long LiveCount(TermKind kind, FoundWord word)
    {
        var key = kind == TermKind.Word ? TermKey.Of(word.Folded, word.Exact) : PairKey(word);
        long live = 0;
        for (var s = 0; s < views.Count; s++)
        {
            live += views[s].Segment.Find(kind, key) is { } term ? terms.Frequency(s, term) : 0;
        }

        return live;
    }

    private static byte[] PairKey(in FoundWord pair) => pair.Folded.Split(' ') is [var foldedFirst, var foldedSecond]
        && pair.Exact.Split(' ') is [var exactFirst, var exactSecond]
            ? TermKey.OfPair(foldedFirst, foldedSecond, exactFirst, exactSecond)
            : throw new InvalidOperationException($"'{pair.Exact}' is no pair.");

    private List<ScoredList> Lists(List<FoundWord> found)
    {
        var lists = new List<ScoredList>(found.Count);
        foreach (var word in found)
        {
            var weight = RankingConstants.Step(InverseFrequency.Of(terms.Entries, word.Count) / RankingConstants.ImpactLevels);
            lists.Add(new ScoredList(word.Exact, weight, terms.Exact(word.Folded, word.Exact).Lists));
        }

        return lists;
    }

    private static bool IsBare(in FieldToken token) => string.Equals(token.Exact, token.Folded, StringComparison.Ordinal);
}
