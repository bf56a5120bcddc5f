using Search.Text.Letters;

namespace Search.Text.Syllables;

/// <summary>Reads the shape of one syllable by rule, whatever tone marks it bears and wherever they stand.</summary>
internal static class SyllableReader
{
    /// <summary>The longest syllable is <c>nghiêng</c>.</summary>
    internal const int MaxLength = 7;

    /// <summary>Reads a word as onset and rime. Tones are ignored: the caller knows which tone it wants to check.</summary>
    internal static bool TryRead(ReadOnlySpan<char> word, out SyllableShape shape)
    {
        shape = default;
        if (word.Length is 0 or > MaxLength)
        {
            return false;
        }

        var vowelStart = 0;
        while (vowelStart < word.Length && !VietnameseLetter.IsVowel(word[vowelStart]))
        {
            vowelStart++;
        }

        if (vowelStart == word.Length)
        {
            return false;
        }

        Span<char> onset = stackalloc char[3];
        if (vowelStart > 3)
        {
            return false;
        }

        for (var i = 0; i < vowelStart; i++)
        {
            onset[i] = FoldTable.ToLower(word[i]);
        }

        onset = onset[..vowelStart];

        var first = VietnameseLetter.VowelOf(word[vowelStart]);
        if (onset is ['q'])
        {
            return first == Vowel.U && TryRime(word, vowelStart + 1, Onset.Qu, out shape);
        }

        if (onset is ['g'] && first == Vowel.I)
        {
            // "già" has the onset gi, "gì" and "gìn" the onset g; in "giếng" the i serves both.
            return TryRime(word, vowelStart + 1, Onset.Gi, out shape) || TryRime(word, vowelStart, Onset.Gi, out shape);
        }

        var kind = Onset.KindOf(onset);
        return kind != Onset.Invalid && TryRime(word, vowelStart, kind, out shape);
    }

    private static bool TryRime(ReadOnlySpan<char> word, int start, int onset, out SyllableShape shape)
    {
        shape = default;
        var rime = word[start..];
        if (rime.Length is 0 or > 4)
        {
            return false;
        }

        var key = 0;
        var vowels = 0;
        foreach (var letter in rime)
        {
            var code = Rimes.CodeOf(letter);
            if (code == 0)
            {
                return false;
            }

            key = (key << 5) | code;
            if (code <= Vowel.Y)
            {
                vowels++;
            }
        }

        var first = Rimes.CodeOf(rime[0]);
        var known = onset == Onset.Qu ? Rimes.ContainsAfterQu(key) : Rimes.Contains(key);
        if (!known || !Onset.Allows(onset, first, rime.Length))
        {
            return false;
        }

        var last = rime[^1] | 0x20;
        var hasStop = vowels < rime.Length && (last is 'c' or 'p' or 't' || (last == 'h' && (rime[^2] | 0x20) == 'c'));
        shape = new SyllableShape(start, start + ToneIndex(rime, vowels), hasStop, word.Length);
        return true;
    }

    /// <summary>
    /// Old style: a letter with a shape mark draws the tone (the last one in ươ); otherwise the only vowel, the middle
    /// of three, the second of two before a consonant, else the first.
    /// </summary>
    private static int ToneIndex(ReadOnlySpan<char> rime, int vowels)
    {
        for (var i = vowels - 1; i >= 0; i--)
        {
            if (Vowel.IsShaped(VietnameseLetter.VowelOf(rime[i])))
            {
                return i;
            }
        }

        return vowels switch
        {
            1 => 0,
            2 => rime.Length > 2 ? 1 : 0,
            _ => 1,
        };
    }
}
