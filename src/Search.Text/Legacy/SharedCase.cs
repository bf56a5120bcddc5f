using Search.Text.Letters;

namespace Search.Text.Legacy;

/// <summary>
/// TCVN3 writes most capitals with the code of the small letter and leaves the rest to an all-capitals font. After
/// decoding, a word whose plain letters are all capitals gets its marked letters raised: CéNG → CỘNG, but Hå → Hồ
/// unless its neighbors are in capitals too.
/// </summary>
internal static class SharedCase
{
    /// <summary>Raises the words of a decoded text in place.</summary>
    internal static void Raise(Span<char> text)
    {
        var previousIsCapital = false;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                if (text[i] is '\n')
                {
                    previousIsCapital = false;
                }

                i++;
                continue;
            }

            var end = WordEnd(text, i);
            var word = text[i..end];
            var verdict = VerdictOf(word);
            if (verdict == Verdict.Open)
            {
                verdict = previousIsCapital || NextIsCapital(text, end) ? Verdict.Capitals : Verdict.Small;
            }

            if (verdict == Verdict.Capitals)
            {
                for (var k = 0; k < word.Length; k++)
                {
                    word[k] = char.ToUpperInvariant(word[k]);
                }
            }

            previousIsCapital = verdict == Verdict.Capitals;
            i = end;
        }
    }

    private enum Verdict
    {
        Small,
        Capitals,
        Open,
    }

    /// <summary>Two plain capitals and no plain small letter decide; without two plain letters the neighbors do.</summary>
    private static Verdict VerdictOf(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var c in word)
        {
            if (c is >= 'a' and <= 'z')
            {
                return Verdict.Small;
            }

            if (VietnameseLetter.IsUpper(c))
            {
                capitals++;
            }
        }

        return capitals >= 2 ? Verdict.Capitals : Verdict.Open;
    }

    private static bool NextIsCapital(ReadOnlySpan<char> text, int at)
    {
        for (var words = 0; words < 3; words++)
        {
            while (at < text.Length && !char.IsLetter(text[at]))
            {
                if (text[at++] == '\n')
                {
                    return false;
                }
            }

            if (at == text.Length)
            {
                return false;
            }

            var end = WordEnd(text, at);
            var verdict = VerdictOf(text[at..end]);
            if (verdict != Verdict.Open)
            {
                return verdict == Verdict.Capitals;
            }

            at = end;
        }

        return false;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        return at;
    }
}
