using Search.Text.Letters;

namespace Search.Text.Normalizing;

/// <summary>
/// Tone marks that slipped onto a consonant, as in place names of the Highlands (Kŕai, Buḱ): they belong to the vowel.
/// </summary>
internal static class StrayTones
{
    /// <summary>
    /// Composed consonants with a tone mark: the letter, its plain form, the tone as a digit. Letters of living European
    /// alphabets are missing on purpose, except ń, which Polish never writes before a vowel.
    /// </summary>
    private const string Composed = "ŕr2ŔR2ńn2ŃN2ḱk2ḰK2ḿm2ḾM2ḳk5ḲK5ṛr5ṚR5ṇn5ṆN5ḷl5ḶL5ṃm5ṂM5ṭt5ṬT5";

    /// <summary>Moves the mark when the word has one on a consonant, none on a vowel, and a place to put it.</summary>
    internal static void Apply(Span<char> word)
    {
        int consonant = -1, pair = -1, firstVowel = -1, lastVowel = -1, shaped = -1;
        for (var i = 0; i < word.Length; i++)
        {
            var info = VietnameseLetter.InfoOf(word[i]);
            if ((info & 0xF) != 0)
            {
                if (VietnameseLetter.ToneOf(word[i]) != Tone.Level)
                {
                    return;
                }

                if (firstVowel < 0)
                {
                    firstVowel = i;
                }

                if (lastVowel < 0 || lastVowel == i - 1)
                {
                    lastVowel = i;
                }

                if (lastVowel == i && Vowel.IsShaped(info & 0xF))
                {
                    shaped = i;
                }
            }
            else if (word[i] > '\u007F' && Find(word[i]) is var found and >= 0)
            {
                if (consonant >= 0 || (word[i] is 'ń' or 'Ń' && (i + 1 == word.Length || !VietnameseLetter.IsVowel(word[i + 1]))))
                {
                    return;
                }

                consonant = i;
                pair = found;
            }
        }

        if (consonant < 0 || firstVowel < 0)
        {
            return;
        }

        var target = shaped >= 0 ? shaped
            : lastVowel - firstVowel == 1 && lastVowel + 1 < word.Length ? lastVowel
            : lastVowel - firstVowel == 2 ? firstVowel + 1
            : firstVowel;
        word[consonant] = Composed[pair + 1];
        word[target] = VietnameseLetter.WithTone(word[target], (Tone)(Composed[pair + 2] - '0'));
    }

    private static int Find(char c)
    {
        for (var i = 0; i < Composed.Length; i += 3)
        {
            if (Composed[i] == c)
            {
                return i;
            }
        }

        return -1;
    }
}
