using Search.Text;

namespace Search.Engine;

/// <summary>Shows why a text matches: the best fragment with the matching words marked. Pure; needs no index.</summary>
public static class Highlighter
{
    /// <summary>Longer texts are looked at up to here, in UTF-16 units.</summary>
    public const int MaxText = 200_000;

    /// <summary>The best fragment of a text for a query.</summary>
    /// <param name="text">The stored text of a passage.</param>
    /// <param name="query">What was searched for.</param>
    /// <param name="maxChars">Longest fragment, in UTF-16 units, 20 or more.</param>
    public static Snippet Snippet(string text, Query query, int maxChars)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(query);
        maxChars = Math.Max(20, maxChars);
        var tokens = FieldAnalyzer.Shared.Analyze(text.Length > MaxText ? text[..MaxText] : text);
        var matches = new TokenMatcher(QueryWords.Of(query)).Match(tokens);
        var (start, end) = FragmentChooser.Choose(text, tokens, matches, maxChars);
        return new Snippet(text[start..end], start, end, Marks(text, tokens, matches, start, end));
    }

    /// <summary>Every match in a whole text, for showing a document with its hits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="query">What was searched for.</param>
    public static IReadOnlyList<TextSpan> MarkAll(string text, Query query)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(query);
        var tokens = FieldAnalyzer.Shared.Analyze(text);
        return Marks(text, tokens, new TokenMatcher(QueryWords.Of(query)).Match(tokens), 0, text.Length);
    }

    // Single syllables are marked only where no compound of the query is found: half of them are function words.
    private static List<TextSpan> Marks(string text, List<FieldToken> tokens, List<TokenMatch> matches, int start, int end)
    {
        var inside = matches.Where(m => tokens[m.Token].Start >= start && tokens[m.Token].End <= end).ToList();
        var strong = inside.Exists(m => m.InCompound);
        var marks = new List<TextSpan>();
        var last = -2;
        foreach (var match in inside)
        {
            if (strong && !match.InCompound) continue;
            var token = tokens[match.Token];
            var span = new TextSpan(token.Start - start, token.End - start);
            if (match.Token == last + 1 && marks.Count > 0 && JoinsOver(text, tokens[last].End, token.Start))
                marks[^1] = marks[^1] with { End = span.End };
            else
                marks.Add(span);
            last = match.Token;
        }

        return marks;
    }

    private static bool JoinsOver(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text[i] is not (' ' or '-' or '/' or '\u00A0')) return false;
        }

        return true;
    }
}
