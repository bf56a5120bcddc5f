using System.Diagnostics.CodeAnalysis;
using Search.Text.Letters;
using Search.Text.Syllables;

namespace Search.Text;

/// <summary>
/// Which strings are Vietnamese syllables, by rule: an onset, a rime of the orthography, and one tone that the rime
/// allows (after c, ch, p, t only sắc and nặng). Expects composed letters; case does not matter. There is no word
/// list, so rare and unused combinations are valid as well.
/// </summary>
public static class VietnameseSyllable
{
    /// <summary>Whether the word is one well-formed syllable, its tone mark in the old or the new place.</summary>
    public static bool IsValid(ReadOnlySpan<char> word) =>
        SyllableReader.TryRead(word, out var shape) && TryTone(word, shape, out _);

    /// <summary>Takes a syllable apart.</summary>
    /// <param name="word">One word, composed, in any case.</param>
    /// <param name="parts">The parts in lower case, when the word is a syllable.</param>
    public static bool TryParse(ReadOnlySpan<char> word, [NotNullWhen(true)] out SyllableParts? parts)
    {
        parts = null;
        if (!SyllableReader.TryRead(word, out var shape) || !TryTone(word, shape, out var tone))
        {
            return false;
        }

        Span<char> bare = stackalloc char[SyllableReader.MaxLength];
        for (var i = 0; i < word.Length; i++)
        {
            bare[i] = FoldTable.ToLower(VietnameseLetter.WithTone(word[i], Tone.Level));
        }

        bare = bare[..word.Length];

        var onset = bare[..shape.OnsetLength].ToString();
        var glide = "";
        var rime = bare[shape.OnsetLength..];
        if (onset is "qu")
        {
            onset = "q";
            glide = "u";
        }
        else if (onset is "g" && rime is ['i', ..])
        {
            onset = "gi";
        }
        else if (rime is ['o', 'a' or 'ă' or 'e', ..] || rime is ['u', 'â' or 'ê' or 'ơ' or 'y', ..])
        {
            glide = rime[..1].ToString();
            rime = rime[1..];
        }

        var isDouble = rime is ['i' or 'y', 'ê' or 'a', ..] or ['u', 'ô' or 'a', ..] or ['ư', 'ơ' or 'a', ..] or ['o', 'o', ..];
        var nucleus = rime[..(isDouble ? 2 : 1)];
        parts = new SyllableParts(onset, glide, nucleus.ToString(), rime[nucleus.Length..].ToString(), tone);
        return true;
    }

    private static bool TryTone(ReadOnlySpan<char> word, SyllableShape shape, out Tone tone)
    {
        tone = Tone.Level;
        var index = -1;
        for (var i = 0; i < word.Length; i++)
        {
            var found = VietnameseLetter.ToneOf(word[i]);
            if (found == Tone.Level)
            {
                continue;
            }

            if (index >= 0)
            {
                return false;
            }

            tone = found;
            index = i;
        }

        return shape.Allows(tone) && (index < 0 || index == shape.ToneIndex || IsNewStylePlace(word, shape, index));
    }

    /// <summary>The new style marks the second letter of an open oa, oe, uy: hoà, khoẻ, thuỷ.</summary>
    private static bool IsNewStylePlace(ReadOnlySpan<char> word, SyllableShape shape, int index) =>
        index == shape.ToneIndex + 1
        && index == word.Length - 1
        && (VietnameseLetter.VowelOf(word[index - 1]), VietnameseLetter.VowelOf(word[index]))
            is (Vowel.O, Vowel.A) or (Vowel.O, Vowel.E) or (Vowel.U, Vowel.Y);
}
