using Search.Text.Letters;

namespace Search.Text.Syllables;

/// <summary>
/// Puts the tone mark of a syllable on the letter where the old style writes it: hoà → hòa, thuỷ → thủy, phiá → phía,
/// lựơng → lượng. A word that is no syllable by rule, or that bears two different tones, is left alone.
/// </summary>
internal static class TonePlacement
{
    /// <summary>Moves the tone where the word is a syllable.</summary>
    /// <returns>Whether the word is a syllable by its letters, whatever became of its tones.</returns>
    internal static bool Apply(Span<char> word)
    {
        if (!SyllableReader.TryRead(word, out var shape))
        {
            return false;
        }

        var tone = Tone.Level;
        var isElsewhere = false;
        for (var i = 0; i < word.Length; i++)
        {
            var found = VietnameseLetter.ToneOf(word[i]);
            if (found == Tone.Level)
            {
                continue;
            }

            if (tone != Tone.Level && found != tone)
            {
                return true;
            }

            tone = found;
            isElsewhere |= i != shape.ToneIndex;
        }

        if (!isElsewhere)
        {
            return true;
        }

        for (var i = 0; i < word.Length; i++)
        {
            word[i] = VietnameseLetter.WithTone(word[i], i == shape.ToneIndex ? tone : Tone.Level);
        }

        return true;
    }
}
