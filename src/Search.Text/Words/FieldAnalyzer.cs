using System.Collections.Concurrent;
using System.Globalization;

namespace Search.Text;

/// <summary>
/// Cuts text into syllables and gives each its exact and folded form. Every engine analyses with it, at index
/// and at query time. Forms of words already seen come from a bounded cache, so the cost of normalizing is
/// paid once a distinct word. Safe for many threads; user text never makes it throw.
/// </summary>
public sealed class FieldAnalyzer
{
    /// <summary>Longer runs of letters are cut: no word is that long, and terms stay short on disk.</summary>
    public const int MaxWordLength = 64;

    private const int MaxCached = 200_000;

    private readonly ConcurrentDictionary<string, (string Exact, string Folded)> _forms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Exact, string Folded)>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private int _cached;

    /// <summary>Creates an analyzer with its own cache.</summary>
    public FieldAnalyzer() => _lookup = _forms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The process-wide analyzer.</summary>
    public static FieldAnalyzer Shared { get; } = new();

    /// <summary>The tokens of a text in order.</summary>
    /// <param name="text">Any text.</param>
    public List<FieldToken> Analyze(string text)
    {
        var tokens = new List<FieldToken>((text?.Length ?? 0) / 5);
        Analyze(text, tokens);
        return tokens;
    }

    /// <summary>Appends the tokens of a text to a list, for callers that reuse the list.</summary>
    /// <param name="text">Any text; null counts as empty.</param>
    /// <param name="tokens">Receives the tokens.</param>
    public void Analyze(string? text, List<FieldToken> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var characters = text.AsSpan();
        var i = 0;
        while (NextWord(characters, ref i, out var start))
        {
            var (exact, folded) = Forms(characters[start..i]);
            if (exact.Length > 0)
            {
                tokens.Add(new FieldToken(exact, folded, start, i));
            }
        }
    }

    /// <summary>Whether a text has any token.</summary>
    /// <param name="text">Any text.</param>
    public bool HasToken(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (NextWord(text, ref i, out var start))
        {
            if (Forms(text[start..i]).Exact.Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Appends the tokens of a text; words that are surely not wanted have no forms, which spares looking
    /// them up: most of the time of showing a passage went there.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="wanted">The folded words that are looked for.</param>
    /// <param name="tokens">Receives the tokens.</param>
    public void Analyze(ReadOnlySpan<char> text, FoldedWords wanted, List<FieldToken> tokens)
    {
        var i = 0;
        while (NextWord(text, ref i, out var start))
        {
            var word = text[start..i];
            if (!wanted.MayHold(word))
            {
                tokens.Add(new FieldToken("", "", start, i));
                continue;
            }

            var (exact, folded) = Forms(word);
            if (exact.Length > 0)
            {
                tokens.Add(new FieldToken(exact, folded, start, i));
            }
        }
    }

    // From a place on: the next word lies between the start and the new place.
    private static bool NextWord(ReadOnlySpan<char> text, ref int at, out int start)
    {
        while (at < text.Length && !IsWordStart(text[at]))
        {
            at++;
        }

        start = at;
        while (at < text.Length && at - start < MaxWordLength && IsWordPart(text[at]))
        {
            at++;
        }

        return start < text.Length;
    }

    /// <summary>The exact and folded form of one word.</summary>
    /// <param name="word">Letters, digits and combining marks.</param>
    public (string Exact, string Folded) Forms(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var forms))
        {
            return forms;
        }

        var text = word.ToString();
        forms = WordForms.Of(text);
        if (_cached < MaxCached && _forms.TryAdd(text, forms))
        {
            Interlocked.Increment(ref _cached);
        }

        return forms;
    }

    private static bool IsWordStart(char c) =>
        c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c);

    private static bool IsWordPart(char c) =>
        c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || IsMark(c);

    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
