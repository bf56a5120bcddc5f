using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Search.Text.Letters;

namespace Search.Text.Normalizing;

/// <summary>
/// Looks for the next place that may not be canonical. Most text is, so this is where the time goes: one table look-up
/// a character, and a few comparisons for words with a tone next to another vowel. It may stop at text that turns out
/// canonical; it never passes text that is not.
/// </summary>
internal static class CanonicalScan
{
    private const byte Letter = 1;
    private const byte IsVowel = 2;
    private const byte Toned = 4;
    private const byte Shaped = 8;

    /// <summary>A letter beyond ASCII.</summary>
    private const byte Marked = 16;
    private const byte Digit = 32;
    private const byte Break = 64;
    private const byte Suspect = 128;

    /// <summary>One entry for every UTF-16 unit, so that no look-up needs a bounds check.</summary>
    private static readonly byte[] Classes = BuildClasses();

    /// <summary>The beginning of the first run without white space that may need work, or −1.</summary>
    internal static int Find(ReadOnlySpan<char> text, int from)
    {
        ref var classes = ref MemoryMarshal.GetArrayDataReference(Classes);
        var chunk = from;
        var i = from;
        var previous = 0;
        while (i < text.Length)
        {
            int kind = Unsafe.Add(ref classes, text[i]);
            if ((kind & Letter) == 0)
            {
                i++;
                if (kind >= Break)
                {
                    if (kind == Suspect)
                        return chunk;
                    chunk = i;
                }

                previous = kind;
                continue;
            }

            var start = i;
            var any = kind;
            var vowels = (kind >> 1) & 1;
            for (i++; i < text.Length; i++)
            {
                kind = Unsafe.Add(ref classes, text[i]);
                if ((kind & Letter) == 0)
                    break;
                any |= kind;
                vowels += (kind >> 1) & 1;
            }

            if ((any & Marked) != 0)
            {
                if (previous == Digit || (kind == Digit && i < text.Length))
                    return chunk;
                if ((vowels > 1 || text[start] is 'n' or 'N') && !IsPlain(text[start..i], ref classes))
                    return chunk;
            }

            previous = Letter;
        }

        return -1;
    }

    /// <summary>Whether a word with a mark is spelled as the word rules would leave it.</summary>
    private static bool IsPlain(ReadOnlySpan<char> word, ref byte classes)
    {
        int runStart = -1, runEnd = 0, tone = -1, shaped = -1;
        for (var i = 0; i < word.Length; i++)
        {
            int kind = Unsafe.Add(ref classes, word[i]);
            if ((kind & IsVowel) == 0)
                continue;
            if (runStart < 0)
                runStart = i;
            else if (runEnd != i)
                return false;
            runEnd = i + 1;
            if ((kind & Toned) != 0)
            {
                if (tone >= 0)
                    return false;
                tone = i;
            }

            if ((kind & Shaped) != 0)
                shaped = i;
        }

        if (runStart < 0)
            return true;

        // ngh before a, o, u.
        if (runStart == 3 && (word[2] | 0x20) == 'h' && VietnameseLetter.VowelOf(word[3]) is not (Vowel.E or Vowel.ECircumflex or Vowel.I))
            return false;
        if (runEnd - runStart == 1)
            return true;
        if (runStart > 0 && IsPartOfOnset(word[runStart - 1], runStart, word[runStart]))
        {
            if (tone == runStart)
                return false;
            runStart++;
        }

        var length = runEnd - runStart;
        if (length > 3)
            return false;
        if (shaped >= runStart && length > 1 && (length == 3 || runEnd < word.Length))
        {
            // A horn missing from ươ before a closing letter.
            var pair = (VietnameseLetter.VowelOf(word[runStart]), VietnameseLetter.VowelOf(word[runStart + 1]));
            if (pair is (Vowel.U, Vowel.OHorn) or (Vowel.UHorn, Vowel.O))
                return false;
        }

        if (tone < 0)
            return true;
        var place = shaped >= runStart ? shaped : runStart + (length == 3 || (length == 2 && runEnd < word.Length) ? 1 : 0);
        return tone == place;
    }

    /// <summary>The u of qu, the i of gi.</summary>
    private static bool IsPartOfOnset(char consonant, int consonants, char vowel) =>
        (consonant | 0x20) switch
        {
            'q' => VietnameseLetter.VowelOf(vowel) == Vowel.U,
            'g' => consonants == 1 && VietnameseLetter.VowelOf(vowel) == Vowel.I,
            _ => false,
        };

    private static byte[] BuildClasses()
    {
        var classes = new byte[char.MaxValue + 1];
        for (var i = 0; i < classes.Length; i++)
            classes[i] = Classify((char)i);
        return classes;
    }

    private static byte Classify(char c)
    {
        var info = VietnameseLetter.InfoOf(c);
        if ((info & 0xF) != 0)
        {
            return (byte)(Letter | IsVowel
                | (VietnameseLetter.ToneOf(c) != Tone.Level ? Toned : 0)
                | (Vowel.IsShaped(info & 0xF) ? Shaped : 0)
                | (c > '\u007F' ? Marked : 0));
        }

        if (c is ' ' or (>= '\t' and <= '\r'))
            return Break;
        if (char.IsAsciiDigit(c))
            return Digit;
        if (CharacterRules.Map(c) != c || IsMarkedConsonant(c))
            return Suspect;
        if (c < '\u0250')
            return !char.IsLetter(c) ? (byte)0 : c > '\u007F' ? (byte)(Letter | Marked) : Letter;
        var isStable = c is (>= '\u2020' and <= '\u2027') or '\u2030' or '\u20AB' or (>= '\u2190' and <= '\u21FF') or (>= '\u2460' and <= '\u25FF');
        return isStable ? (byte)0 : Suspect;
    }

    /// <summary>ŕ and ń, which may bear a stray tone.</summary>
    private static bool IsMarkedConsonant(char c) => c is 'ŕ' or 'Ŕ' or 'ń' or 'Ń';
}
