using Search.Text;

namespace Search.Engine;

/// <summary>
/// Shows why texts match a query: the best fragment with the matching words marked. Needs no index. Made once a query;
/// safe for use from many threads.
/// </summary>
public sealed class Highlighter
{
    /// <summary>Longer texts are looked at up to here, in UTF-16 units.</summary>
    public const int MaxText = 200_000;

    private const int MostKept = 16_384;

    private readonly TokenMatcher _matcher;
    private readonly FoldedWords _wanted;

    /// <summary>A highlighter of one query.</summary>
    /// <param name="query">What was searched for.</param>
    public Highlighter(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = QueryWords.Of(query);
        _matcher = new TokenMatcher(words);
        // A beginning of a word and a number with zeros before it match by more than their whole words.
        _wanted = new FoldedWords(words.Prefixes.Count + words.Numbers.Count > 0 ? null : words.Runs.SelectMany(run => run).Select(token => token.Folded));
    }

    /// <summary>The best fragment of a text for a query.</summary>
    /// <param name="text">The stored text of a passage.</param>
    /// <param name="query">What was searched for.</param>
    /// <param name="maxChars">Longest fragment, in UTF-16 units, 20 or more.</param>
    public static Snippet Snippet(string text, Query query, int maxChars)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Highlighter(query).Snippet(text.AsSpan(), maxChars);
    }

    /// <summary>Every match in a whole text, for showing a document with its hits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="query">What was searched for.</param>
    public static IReadOnlyList<TextSpan> MarkAll(string text, Query query)
    {
        ArgumentNullException.ThrowIfNull(text);
        var highlighter = new Highlighter(query);
        var scratch = Idle<SnippetScratch>.Rent();
        highlighter.Find(text, scratch);
        var marks = Marks(text, scratch, 0, text.Length);
        Return(scratch);
        return marks;
    }

    /// <summary>The best fragment of a text.</summary>
    /// <param name="text">The stored text of a passage.</param>
    /// <param name="maxChars">Longest fragment, in UTF-16 units, 20 or more.</param>
    public Snippet Snippet(ReadOnlySpan<char> text, int maxChars)
    {
        maxChars = Math.Max(20, maxChars);
        var scratch = Idle<SnippetScratch>.Rent();
        Find(text.Length > MaxText ? text[..MaxText] : text, scratch);
        var (start, end) = FragmentChooser.Choose(text, scratch, maxChars);
        var marks = Marks(text, scratch, start, end);
        Return(scratch);
        return new Snippet(text[start..end].ToString(), start, end, marks);
    }

    private static void Return(SnippetScratch scratch)
    {
        // What one enormous text needed is not kept for the small ones that follow.
        if (scratch.Tokens.Capacity <= MostKept)
        {
            scratch.Clear();
            Idle<SnippetScratch>.Return(scratch);
        }
    }

    private void Find(ReadOnlySpan<char> text, SnippetScratch scratch)
    {
        FieldAnalyzer.Shared.Analyze(text, _wanted, scratch.Tokens);
        _matcher.Match(scratch.Tokens, scratch.Matches);
    }

    // Single syllables are marked only where no compound of the query is found: half of them are function words.
    private static List<TextSpan> Marks(ReadOnlySpan<char> text, SnippetScratch scratch, int start, int end)
    {
        var (tokens, matches) = (scratch.Tokens, scratch.Matches);
        var strong = false;
        foreach (var match in matches)
        {
            strong |= match.InCompound && IsInside(match);
        }

        var marks = new List<TextSpan>();
        var last = -2;
        foreach (var match in matches)
        {
            if ((strong && !match.InCompound) || !IsInside(match))
            {
                continue;
            }

            var token = tokens[match.Token];
            var span = new TextSpan(token.Start - start, token.End - start);
            if (match.Token == last + 1 && marks.Count > 0 && JoinsOver(text[tokens[last].End..token.Start]))
            {
                marks[^1] = marks[^1] with { End = span.End };
            }
            else
            {
                marks.Add(span);
            }

            last = match.Token;
        }

        return marks;

        bool IsInside(in TokenMatch match) => tokens[match.Token].Start >= start && tokens[match.Token].End <= end;
    }

    private static bool JoinsOver(ReadOnlySpan<char> between) => !between.ContainsAnyExcept(" -/\u00A0");
}
