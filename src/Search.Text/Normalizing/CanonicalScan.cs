using Search.Text.Letters;

namespace Search.Text.Normalizing;

/// <summary>
/// Looks for the next place that may not be canonical. Most text is, so this is where the time goes: one table look-up
/// a character, and a few comparisons for words with a tone next to another vowel. It may stop at text that turns out
/// canonical; it never passes text that is not.
/// </summary>
internal static class CanonicalScan
{
    private const byte Other = 0;
    private const byte Break = 1;
    private const byte Digit = 2;
    private const byte Suspect = 3;

    // Letters from here on; vowels from PlainVowel on.
    private const byte Consonant = 4;
    private const byte PlainVowel = 5;
    private const byte ShapedVowel = 6;
    private const byte TonedVowel = 7;
    private const byte TonedShapedVowel = 8;

    private const int TableLength = 0x2600;
    private static readonly byte[] Classes = BuildClasses();

    /// <summary>The beginning of the first run without white space that may need work, or −1.</summary>
    internal static int Find(ReadOnlySpan<char> text, int from)
    {
        var chunk = from;
        var i = from;
        var previous = Other;
        while (i < text.Length)
        {
            var kind = ClassOf(text[i]);
            if (kind < Consonant)
            {
                if (kind == Suspect)
                    return chunk;
                i++;
                if (kind == Break)
                    chunk = i;
                previous = kind;
                continue;
            }

            var start = i;
            int runs = 0, tones = 0, runStart = 0, runEnd = 0, tone = 0, shaped = -1;
            var inRun = false;
            var isMarked = false;
            do
            {
                if (kind >= PlainVowel)
                {
                    if (!inRun)
                    {
                        inRun = true;
                        runs++;
                        runStart = i;
                    }

                    runEnd = i + 1;
                    if (kind >= TonedVowel)
                    {
                        tones++;
                        tone = i;
                    }

                    if (kind is ShapedVowel or TonedShapedVowel)
                        shaped = i;
                }
                else
                {
                    inRun = false;
                }

                isMarked |= text[i] > '\u007F';
                i++;
                if (i == text.Length)
                    break;
                kind = ClassOf(text[i]);
            }
            while (kind >= Consonant);

            if (isMarked)
            {
                if (previous == Digit || (i < text.Length && kind is Digit) || runs > 1 || tones > 1)
                    return chunk;
                if (runs == 1 && !IsPlain(text, start, runStart, runEnd, i, tones, tone, shaped))
                    return chunk;
            }

            previous = Consonant;
        }

        return -1;
    }

    /// <summary>Whether a word with one run of vowels is spelled as the word rules would leave it.</summary>
    private static bool IsPlain(
        ReadOnlySpan<char> text, int start, int runStart, int runEnd, int end, int tones, int tone, int shaped)
    {
        if (runStart - start == 3 && (text[start + 2] | 0x20) == 'h' && (text[start] | 0x20) == 'n')
        {
            // ngh before a, o, u.
            if (VietnameseLetter.VowelOf(text[runStart]) is not (Vowel.E or Vowel.ECircumflex or Vowel.I))
                return false;
        }

        if (runEnd - runStart == 1)
            return true;
        var onset = runStart > start ? text[runStart - 1] | 0x20 : 0;
        var first = text[runStart] | 0x20;
        if ((onset == 'q' && VietnameseLetter.VowelOf(text[runStart]) == Vowel.U)
            || (onset == 'g' && runStart - start == 1 && VietnameseLetter.VowelOf(text[runStart]) == Vowel.I))
        {
            if (tones == 1 && tone == runStart)
                return false;
            runStart++;
        }

        var length = runEnd - runStart;
        if (length > 3)
            return false;
        if (shaped >= 0 && length > 1 && first != 0 && runEnd < end)
        {
            // A horn missing from ươ before a closing letter.
            var pair = (VietnameseLetter.VowelOf(text[runStart]), VietnameseLetter.VowelOf(text[runStart + 1]));
            if (pair is (Vowel.U, Vowel.OHorn) or (Vowel.UHorn, Vowel.O))
                return false;
        }

        if (shaped >= 0 && length == 3)
        {
            var pair = (VietnameseLetter.VowelOf(text[runStart]), VietnameseLetter.VowelOf(text[runStart + 1]));
            if (pair is (Vowel.U, Vowel.OHorn) or (Vowel.UHorn, Vowel.O))
                return false;
        }

        if (tones == 0)
            return true;
        var place = shaped >= runStart ? shaped
            : length == 1 ? runStart
            : length == 2 ? (runEnd < end ? runStart + 1 : runStart)
            : runStart + 1;
        return tone == place;
    }

    private static byte ClassOf(char c) => c < TableLength ? Classes[c] : Suspect;

    private static byte[] BuildClasses()
    {
        var classes = new byte[TableLength];
        for (var i = 0; i < TableLength; i++)
            classes[i] = Classify((char)i);
        return classes;
    }

    private static byte Classify(char c)
    {
        var info = VietnameseLetter.InfoOf(c);
        if ((info & 0xF) != 0)
        {
            var isShaped = Vowel.IsShaped(info & 0xF);
            return VietnameseLetter.ToneOf(c) != Tone.Level
                ? isShaped ? TonedShapedVowel : TonedVowel
                : isShaped ? ShapedVowel : PlainVowel;
        }

        if (c is ' ' or (>= '\t' and <= '\r'))
            return Break;
        if (char.IsAsciiDigit(c))
            return Digit;
        if (CharacterRules.Map(c) != c)
            return Suspect;
        if (c < '\u0250')
            return char.IsLetter(c) ? IsMarkedConsonant(c) ? Suspect : Consonant : Other;
        var isStable = c is (>= '\u2020' and <= '\u2027') or '\u2030' or '\u20AB' or (>= '\u2190' and <= '\u21FF') or (>= '\u2460' and <= '\u25FF');
        return isStable ? Other : Suspect;
    }

    /// <summary>ŕ and ń, which may bear a stray tone.</summary>
    private static bool IsMarkedConsonant(char c) => c is 'ŕ' or 'Ŕ' or 'ń' or 'Ń';
}
