using Search.Text.Letters;
using Search.Text.Syllables;

namespace Search.Text.Normalizing;

/// <summary>
/// Slips of the keyboard that yield no syllable and have exactly one reading: a horn missing from ươ before a closing
/// letter (truờng, đưọc → trường, được), and ngh for ng before a, o, u (nghành → ngành). Words without
/// any accent are left alone: they may be typed so on purpose.
/// </summary>
internal static class LetterSlips
{
    /// <summary>Repairs a word whose tone stands in its place already.</summary>
    /// <returns>The word's new length, which is smaller when the h of ngh was dropped.</returns>
    internal static int Apply(Span<char> word)
    {
        if (word.Length is < 3 or > SyllableReader.MaxLength + 1 || SyllableReader.TryRead(word, out _))
        {
            return word.Length;
        }

        return TryHorn(word) ? word.Length : TryOnset(word);
    }

    private static bool TryHorn(Span<char> word)
    {
        for (var i = 0; i + 2 < word.Length; i++)
        {
            var first = VietnameseLetter.VowelOf(word[i]);
            var second = VietnameseLetter.VowelOf(word[i + 1]);
            if ((first, second) is not ((Vowel.U, Vowel.OHorn) or (Vowel.UHorn, Vowel.O)))
            {
                continue;
            }

            Span<char> repaired = stackalloc char[SyllableReader.MaxLength + 1];
            word.CopyTo(repaired);
            repaired = repaired[..word.Length];
            repaired[i] = VietnameseLetter.Compose(Vowel.UHorn, VietnameseLetter.ToneOf(word[i]), VietnameseLetter.IsUpper(word[i]));
            repaired[i + 1] = VietnameseLetter.Compose(Vowel.OHorn, VietnameseLetter.ToneOf(word[i + 1]), VietnameseLetter.IsUpper(word[i + 1]));
            if (!SyllableReader.TryRead(repaired, out _))
            {
                return false;
            }

            TonePlacement.Apply(repaired);
            repaired.CopyTo(word);
            return true;
        }

        return false;
    }

    private static int TryOnset(Span<char> word)
    {
        if ((word[0] | 0x20) != 'n' || (word[1] | 0x20) != 'g' || (word[2] | 0x20) != 'h')
        {
            return word.Length;
        }

        Span<char> repaired = stackalloc char[SyllableReader.MaxLength];
        word[..2].CopyTo(repaired);
        word[3..].CopyTo(repaired[2..]);
        repaired = repaired[..(word.Length - 1)];
        if (!SyllableReader.TryRead(repaired, out _))
        {
            return word.Length;
        }

        TonePlacement.Apply(repaired);
        repaired.CopyTo(word);
        return repaired.Length;
    }
}
