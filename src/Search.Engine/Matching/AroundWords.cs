using System.Text;
using Search.Text;

namespace Search.Engine;

/// <summary>
/// Finds what documents say outside their passages (<see cref="IndexFields.Around"/>): the passage that it goes with stands for
/// the document. Of a phrase every two neighbors have to be there.
/// </summary>
/// <param name="views">The segments.</param>
internal sealed class AroundWords(IReadOnlyList<SegmentView> views)
{
    /// <summary>The passages that words go with.</summary>
    /// <param name="text">The words.</param>
    /// <param name="areNeighbors">Whether they follow one another.</param>
    /// <param name="segment">The segment.</param>
    public IReadOnlyCollection<int> Find(string text, bool areNeighbors, int segment)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(text);
        var isPlain = tokens.TrueForAll(IsPlain);
        if (!areNeighbors || tokens.Count < 2)
        {
            return All(tokens.Select(token => Word(token, isPlain, segment)), segment);
        }

        return All(tokens.Zip(tokens.Skip(1), (first, second) => Pair(first, second, isPlain, segment)), segment);
    }

    /// <summary>The passages that words of a beginning go with.</summary>
    /// <param name="text">The beginning.</param>
    /// <param name="segment">The segment.</param>
    public IReadOnlyCollection<int> FindPrefix(string text, int segment)
    {
        if (FieldAnalyzer.Shared.Analyze(text) is not [var token, ..])
        {
            return [];
        }

        var own = views[segment].Segment;
        var words = own.FindAll(TermKind.Word, TermKey.OfAround(Encoding.UTF8.GetBytes(token.Folded)));
        return All([IsPlain(token) ? words : Array.FindAll(words, word => TermKey.Exact(word.Key).StartsWith(token.Exact, StringComparison.Ordinal))], segment);
    }

    private HashSet<int> All(IEnumerable<TermEntry[]> parts, int segment)
    {
        HashSet<int>? all = null;
        foreach (var part in parts)
        {
            var holders = part.SelectMany(term => views[segment].Segment.Postings(term).Docs);
            if (all is null)
            {
                all = [.. holders];
            }
            else
            {
                all.IntersectWith(holders);
            }
        }

        return all ?? [];
    }

    // As in passages: a word typed with accents is also met without them, words typed wholly without accents in any spelling.
    private TermEntry[] Word(FieldToken token, bool isPlain, int segment) => isPlain
        ? views[segment].Segment.FindAll(TermKind.Word, TermKey.OfAround(TermKey.Spellings(token.Folded)))
        : Known(FormsOf(token).Select(form => TermKey.Of(token.Folded, form)), TermKind.Word, segment);

    private TermEntry[] Pair(FieldToken first, FieldToken second, bool isPlain, int segment) => isPlain
        ? views[segment].Segment.FindAll(TermKind.Pair, TermKey.OfAround(TermKey.PairSpellings(first.Folded, second.Folded)))
        : Known(
            from one in FormsOf(first)
            from other in FormsOf(second)
            select TermKey.OfPair(first.Folded, second.Folded, one, other),
            TermKind.Pair,
            segment);

    private TermEntry[] Known(IEnumerable<byte[]> keys, TermKind kind, int segment) =>
        [.. keys.Select(key => views[segment].Segment.Find(kind, TermKey.OfAround(key))).OfType<TermEntry>()];

    private static bool IsPlain(FieldToken token) => string.Equals(token.Exact, token.Folded, StringComparison.Ordinal);

    private static string[] FormsOf(FieldToken token) => IsPlain(token) ? [token.Exact] : [token.Exact, token.Folded];
}
