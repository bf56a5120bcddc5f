using Search.Text.Letters;
using Search.Text.Syllables;

namespace Search.Text;

/// <summary>
/// Reads what is left over when a Vietnamese keyboard was switched off: TELEX (<c>ddoois</c> → <c>đối</c>) and VNI
/// (<c>d9o6i1</c> → <c>đối</c>), marks typed where they belong or at the end of the word, and words of which the keyboard
/// had made a part already (<c>đôis</c>). A reading is always one well-formed syllable; words that give none have none.
/// </summary>
public static class VietnameseTyping
{
    private const int Longest = 12;
    private const string ToneKeys = "sfrxj";
    private const string ToneFigures = "12345";

    private static readonly Tone[] TonesOfKeys = [Tone.Acute, Tone.Grave, Tone.Hook, Tone.Tilde, Tone.Dot];
    private static readonly Tone[] TonesOfFigures = [Tone.Acute, Tone.Grave, Tone.Hook, Tone.Tilde, Tone.Dot];

    /// <summary>Reads one word.</summary>
    /// <param name="word">Letters and figures, composed, in any case.</param>
    /// <param name="syllable">The syllable in lower case, its tone in the old place; empty where there is none.</param>
    /// <returns>Whether the word holds keys of TELEX or VNI and gives a syllable by them.</returns>
    public static bool TryRead(ReadOnlySpan<char> word, out string syllable)
    {
        syllable = "";
        if (word.Length is < 2 or > Longest || !char.IsLetter(word[0]))
        {
            return false;
        }

        Span<char> lower = stackalloc char[Longest];
        var hasFigure = false;
        for (var i = 0; i < word.Length; i++)
        {
            lower[i] = FoldTable.ToLower(word[i]);
            hasFigure |= char.IsAsciiDigit(lower[i]);
        }

        var keys = lower[..word.Length];
        return hasFigure ? TryVni(keys, out syllable) : TryTelex(keys, out syllable);
    }

    private static bool TryVni(ReadOnlySpan<char> keys, out string syllable)
    {
        Span<char> letters = stackalloc char[Longest];
        var length = 0;
        var tone = Tone.Level;
        syllable = "";
        foreach (var key in keys)
        {
            if (!char.IsAsciiDigit(key))
            {
                letters[length++] = key;
                continue;
            }

            var figure = ToneFigures.IndexOf(key, StringComparison.Ordinal);
            if (figure >= 0)
            {
                if (tone != Tone.Level)
                {
                    return false;
                }

                tone = TonesOfFigures[figure];
                continue;
            }

            var shaped = key switch
            {
                '6' => Shape(letters[..length], "aeo", "âêô", both: false),
                '7' => Shape(letters[..length], "uo", "ươ", both: true),
                '8' => Shape(letters[..length], "a", "ă", both: false),
                '9' => Shape(letters[..length], "d", "đ", both: false),
                _ => false,
            };
            if (!shaped)
            {
                return false;
            }
        }

        return TryMake(letters[..length], tone, out syllable);
    }

    private static bool TryTelex(ReadOnlySpan<char> keys, out string syllable)
    {
        // The tone key may stand anywhere after the first vowel; the last one that gives a syllable is taken.
        for (var at = keys.Length - 1; at > 0; at--)
        {
            var key = ToneKeys.IndexOf(keys[at], StringComparison.Ordinal);
            if (key >= 0 && HasVowel(keys[..at]) && TryTelex(keys, at, TonesOfKeys[key], out syllable))
            {
                return true;
            }
        }

        return TryTelex(keys, -1, Tone.Level, out syllable);
    }

    private static bool TryTelex(ReadOnlySpan<char> keys, int toneKey, Tone tone, out string syllable)
    {
        Span<char> letters = stackalloc char[Longest];
        var length = 0;
        var used = toneKey >= 0;
        syllable = "";
        for (var i = 0; i < keys.Length; i++)
        {
            if (i == toneKey)
            {
                continue;
            }

            var key = keys[i];
            var before = letters[..length];
            var shaped = length > 0 && key switch
            {
                'a' => Repeats(before, 'a') && Shape(before, "a", "â", both: false),
                'e' => Repeats(before, 'e') && Shape(before, "e", "ê", both: false),
                'o' => Repeats(before, 'o') && Shape(before, "o", "ô", both: false),
                'd' => before[0] == 'd' && Shape(before, "d", "đ", both: false),
                'w' => Shape(before, "uo", "ươ", both: true) || Shape(before, "a", "ă", both: false),
                _ => false,
            };
            used |= shaped;
            if (!shaped)
            {
                letters[length++] = key;
            }
        }

        return used && TryMake(letters[..length], tone, out syllable);
    }

    // A vowel key a second time, with consonants between at most: "nhaan", "nhana".
    private static bool Repeats(ReadOnlySpan<char> letters, char key)
    {
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            if (VietnameseLetter.IsVowel(letters[i]))
            {
                return VietnameseLetter.WithTone(letters[i], Tone.Level) == key;
            }
        }

        return false;
    }

    // The last letter that takes the mark; in "uo" both do.
    private static bool Shape(Span<char> letters, string plain, string shaped, bool both)
    {
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            var tone = VietnameseLetter.ToneOf(letters[i]);
            var found = plain.IndexOf(VietnameseLetter.WithTone(letters[i], Tone.Level), StringComparison.Ordinal);
            if (found < 0)
            {
                continue;
            }

            if (both && i > 0 && letters[i] == 'u' && letters[i - 1] == 'q')
            {
                continue;
            }

            letters[i] = VietnameseLetter.WithTone(shaped[found], tone);
            if (both && i > 0 && plain[found] == 'o' && letters[i - 1] == 'u' && !(i > 1 && letters[i - 2] == 'q'))
            {
                letters[i - 1] = 'ư';
            }
            else if (both && plain[found] == 'u' && i + 1 < letters.Length && letters[i + 1] == 'o')
            {
                letters[i + 1] = 'ơ';
            }

            return true;
        }

        return false;
    }

    private static bool TryMake(Span<char> letters, Tone tone, out string syllable)
    {
        syllable = "";
        if (!SyllableReader.TryRead(letters, out var shape))
        {
            return false;
        }

        if (tone != Tone.Level)
        {
            foreach (var letter in letters)
            {
                if (VietnameseLetter.ToneOf(letter) != Tone.Level)
                {
                    return false;
                }
            }

            letters[shape.ToneIndex] = VietnameseLetter.WithTone(letters[shape.ToneIndex], tone);
        }

        if (!VietnameseSyllable.IsValid(letters))
        {
            return false;
        }

        syllable = letters.ToString();
        return true;
    }

    private static bool HasVowel(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            if (VietnameseLetter.IsVowel(letter))
            {
                return true;
            }
        }

        return false;
    }
}
