using Search.Text.Letters;

namespace Search.Text.Repairs;

/// <summary>Which letters recognition takes for one another, and how often.</summary>
internal static class Confusion
{
    /// <summary>
    /// Confusions common enough to be believed on the word of a list alone: a mark that was not seen (ỉ → i, đ → d), or
    /// one mark for another of the same height (ầ, ẩ, ấ, ẫ).
    /// </summary>
    internal const double Common = 0.9;

    /// <summary>
    /// How likely the first letter was recognized instead of the second, from 0 to 1. One feature of a letter may
    /// differ: the tone, the shape mark, or the bar of đ.
    /// </summary>
    internal static double Likelihood(char written, char meant)
    {
        if (written == meant)
        {
            return 1;
        }

        if ((written, meant) is ('d', 'đ'))
        {
            return 0.95;
        }

        var first = VietnameseLetter.InfoOf(written);
        var second = VietnameseLetter.InfoOf(meant);
        if ((first & 0xF) == 0 || (second & 0xF) == 0)
        {
            return 0;
        }

        var writtenTone = VietnameseLetter.ToneOf(written);
        var meantTone = VietnameseLetter.ToneOf(meant);
        if ((first & 0xF) == (second & 0xF))
        {
            return (writtenTone, meantTone) switch
            {
                (Tone.Level, Tone.Hook or Tone.Dot) => 0.95,
                (Tone.Level, _) => 0.92,
                (not Tone.Dot, not (Tone.Dot or Tone.Level)) => 0.9,
                (_, Tone.Level) => 0.8,
                _ => 0.7,
            };
        }

        var isSameBase = VietnameseFolding.FoldChar(written) == VietnameseFolding.FoldChar(meant);
        return isSameBase && writtenTone == meantTone ? 0.8 : 0;
    }

    /// <summary>Says in Vietnamese which letters were confused.</summary>
    internal static string Describe(char written, char meant) => $"Nhận dạng nhầm “{meant}” thành “{written}”";
}
