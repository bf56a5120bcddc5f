using Search.Text;

namespace Search.Engine;

/// <summary>Chooses the fragment of a text that shows most of a query.</summary>
internal static class FragmentChooser
{
    private const int MaxAnchors = 256;
    private const double CompoundWeight = 3;
    private const double RepeatWeight = 0.15;
    private const double SentenceBonus = 0.5;

    public static (int Start, int End) Choose(ReadOnlySpan<char> text, SnippetScratch scratch, int maxChars)
    {
        var (tokens, matches) = (scratch.Tokens, scratch.Matches);
        if (text.Length <= maxChars)
        {
            return (0, text.Length);
        }

        if (matches.Count == 0)
        {
            return (0, CutEnd(text, 0, maxChars));
        }

        var best = (Start: 0, Score: double.MinValue);
        var step = Math.Max(1, matches.Count / MaxAnchors);
        for (var m = 0; m < matches.Count; m += step)
        {
            var (start, atSentence) = StartBefore(text, tokens[matches[m].Token].Start, maxChars);
            var score = Score(tokens, matches, m, start + maxChars, scratch.Seen) + (atSentence ? SentenceBonus : 0);
            if (score > best.Score)
            {
                best = (start, score);
            }
        }

        var from = best.Start;
        var to = CutEnd(text, from, maxChars);
        return (from, to);
    }

    private static double Score(List<FieldToken> tokens, List<TokenMatch> matches, int first, int end, HashSet<int> seen)
    {
        seen.Clear();
        double score = 0;
        for (var m = first; m < matches.Count && tokens[matches[m].Token].End <= end; m++)
        {
            var weight = matches[m].InCompound ? CompoundWeight : 1;
            score += seen.Add(matches[m].Word) ? weight : weight * RepeatWeight;
        }

        return score;
    }

    // Begin at the sentence or line where it is near enough, else at a word shortly before the match.
    private static (int Start, bool AtSentence) StartBefore(ReadOnlySpan<char> text, int match, int maxChars)
    {
        var reach = Math.Max(0, match - (maxChars / 3));
        for (var i = match - 1; i >= reach; i--)
        {
            if (text[i] == '\n' || (text[i] is '.' or ';' or '?' or '!' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1])))
            {
                var start = i + 1;
                while (start < match && char.IsWhiteSpace(text[start]))
                {
                    start++;
                }

                return (start, true);
            }
        }

        if (reach == 0)
        {
            return (0, true);
        }

        var word = Math.Max(0, match - (maxChars / 6));
        while (word < match && !char.IsWhiteSpace(text[word]))
        {
            word++;
        }

        while (word < match && char.IsWhiteSpace(text[word]))
        {
            word++;
        }

        return (BeforeNumber(text, word, reach), false);
    }

    // "Số 04 - CT / TW" and "1 250 000" are written with spaces: a fragment begins before them or after them.
    private static int BeforeNumber(ReadOnlySpan<char> text, int start, int reach)
    {
        while (start > reach && SplitsNumber(text, start))
        {
            start = WordBefore(text, start);
        }

        return start;
    }

    // Whether a number goes on over the white space before a place.
    private static bool SplitsNumber(ReadOnlySpan<char> text, int at)
    {
        var before = at - 1;
        while (before >= 0 && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return before >= 0 && at < text.Length
            && ((char.IsAsciiDigit(text[before]) && char.IsAsciiDigit(text[at])) || IsJoint(text[before]) || IsJoint(text[at]));
    }

    private static bool IsJoint(char c) => c is '/' or '-' or '\u2013';

    // Where the word begins that ends before a place.
    private static int WordBefore(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int CutEnd(ReadOnlySpan<char> text, int start, int maxChars)
    {
        var end = Math.Min(text.Length, start + maxChars);
        if (end == text.Length)
        {
            return end;
        }

        var half = start + (maxChars / 2);
        var cut = end;
        while (cut > half && (!char.IsWhiteSpace(text[cut]) || SplitsNumber(text, cut)))
        {
            cut--;
        }

        // No white space for so long is no sentence: an address, a line of figures. It ends where one of its parts does.
        if (cut == half)
        {
            cut = end;
            while (cut > half && IsInWord(text, cut))
            {
                cut--;
            }

            cut = cut == half ? end : cut;
        }

        while (cut > start && char.IsWhiteSpace(text[cut - 1]))
        {
            cut--;
        }

        if (cut > start && char.IsHighSurrogate(text[cut - 1]))
        {
            cut--;
        }

        return cut;
    }

    private static bool IsInWord(ReadOnlySpan<char> text, int at) => IsWord(text[at - 1]) && IsWord(text[at]);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark || c is '.' or ',';
}
