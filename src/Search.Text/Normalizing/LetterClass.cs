using Search.Text.Characters;
using Search.Text.Letters;

namespace Search.Text.Normalizing;

/// <summary>What the automaton of <see cref="CanonicalScan"/> sees of a character.</summary>
internal static class LetterClass
{
    internal const int Other = 0;
    internal const int Break = 1;
    internal const int Digit = 2;
    internal const int Suspect = 3;
    internal const int Q = 4;
    internal const int G = 5;
    internal const int N = 6;
    internal const int H = 7;
    internal const int Consonant = 8;

    /// <summary>A consonant beyond ASCII, such as đ.</summary>
    internal const int MarkedConsonant = 9;

    /// <summary>Vowels from here on: two numbers each, without and with a tone.</summary>
    internal const int FirstVowel = 10;

    internal const int A = 0;
    internal const int E = 1;
    internal const int I = 2;
    internal const int O = 3;
    internal const int U = 4;
    internal const int ShapedOther = 5;
    internal const int ECircumflex = 6;
    internal const int OHorn = 7;
    internal const int UHorn = 8;

    internal const int Count = FirstVowel + (2 * 9);

    internal static bool IsVowel(int kind) => kind >= FirstVowel;

    internal static int VowelOf(int kind) => (kind - FirstVowel) / 2;

    internal static bool IsToned(int kind) => ((kind - FirstVowel) & 1) != 0;

    internal static bool IsShaped(int vowel) => vowel >= ShapedOther;

    /// <summary>One entry for every UTF-16 unit, so that no look-up needs a bounds check.</summary>
    internal static byte[] BuildTable()
    {
        var classes = new byte[char.MaxValue + 1];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = (byte)Classify((char)i);
        }

        return classes;
    }

    private static int Classify(char c)
    {
        var vowel = VietnameseLetter.VowelOf(c) switch
        {
            Vowel.None => -1,
            Vowel.E => E,
            Vowel.I => I,
            Vowel.O => O,
            Vowel.U => U,
            Vowel.ECircumflex => ECircumflex,
            Vowel.OHorn => OHorn,
            Vowel.UHorn => UHorn,
            Vowel.ABreve or Vowel.ACircumflex or Vowel.OCircumflex => ShapedOther,
            _ => A,
        };
        if (vowel >= 0)
        {
            return FirstVowel + (2 * vowel) + (VietnameseLetter.ToneOf(c) == Tone.Level ? 0 : 1);
        }

        if (c is ' ' or (>= '\t' and <= '\r'))
        {
            return Break;
        }

        if (char.IsAsciiDigit(c))
        {
            return Digit;
        }

        if (char.IsAsciiLetter(c))
        {
            return (c | 0x20) switch
            {
                'q' => Q,
                'g' => G,
                'n' => N,
                'h' => H,
                _ => Consonant,
            };
        }

        // ŕ and ń may bear a stray tone.
        if (CharacterRules.Map(c) != c || c is 'ŕ' or 'Ŕ' or 'ń' or 'Ń')
        {
            return Suspect;
        }

        if (c < '\u0250')
        {
            return char.IsLetter(c) ? MarkedConsonant : Other;
        }

        var isStable = c is (>= '\u2020' and <= '\u2027') or '\u2030' or '\u20AB' or (>= '\u2190' and <= '\u21FF') or (>= '\u2460' and <= '\u25FF');
        return isStable ? Other : Suspect;
    }
}
