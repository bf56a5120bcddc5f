using Search.Text.Letters;
using Search.Text.Syllables;

namespace Search.Text.Normalizing;

/// <summary>
/// Puts the tone mark of a syllable on the letter where the old style writes it: hoà → hòa, thuỷ → thủy, phiá → phía,
/// lựơng → lượng. A word that is no syllable by rule, or that bears two different tones, is left alone.
/// </summary>
internal static class TonePlacement
{
    internal static void Apply(Span<char> word)
    {
        if (word.Length is < 2 or > SyllableReader.MaxLength)
            return;

        var tone = Tone.Level;
        var at = -1;
        var marks = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var found = VietnameseLetter.ToneOf(word[i]);
            if (found == Tone.Level)
                continue;
            if (tone != Tone.Level && found != tone)
                return;
            tone = found;
            at = i;
            marks++;
        }

        if (marks == 0 || !SyllableReader.TryRead(word, out var shape) || (marks == 1 && at == shape.ToneIndex))
            return;
        for (var i = 0; i < word.Length; i++)
            word[i] = VietnameseLetter.WithTone(word[i], i == shape.ToneIndex ? tone : Tone.Level);
    }
}
