using Search.Text.Letters;

namespace Search.Text.Syllables;

/// <summary>The onsets (phụ âm đầu) of Vietnamese and which rimes their spelling allows.</summary>
internal static class Onset
{
    internal const int Invalid = 0;

    /// <summary>No consonant at all.</summary>
    internal const int Empty = 1;

    /// <summary>c, g, ng: written so except before i, e, ê.</summary>
    internal const int BeforeBack = 2;

    /// <summary>k, gh, ngh: written so only before i, e, ê, y.</summary>
    internal const int BeforeFront = 3;

    internal const int Gi = 4;
    internal const int Qu = 5;

    /// <summary>h, l, m, n, s, t, th, v: may stand before a lone y (lý, mỹ, tỷ).</summary>
    internal const int BeforeAnyAndY = 6;

    internal const int BeforeAny = 7;

    internal static int KindOf(ReadOnlySpan<char> lower) => lower switch
    {
        "" => Empty,
        "c" or "g" or "ng" => BeforeBack,
        "k" or "gh" or "ngh" => BeforeFront,
        "h" or "l" or "m" or "n" or "s" or "t" or "th" or "v" => BeforeAnyAndY,
        "b" or "ch" or "d" or "đ" or "kh" or "nh" or "p" or "ph" or "r" or "tr" or "x" => BeforeAny,
        _ => Invalid,
    };

    internal static bool Allows(int onset, int firstVowel, int rimeLength)
    {
        var isFront = firstVowel is Vowel.E or Vowel.ECircumflex or Vowel.I;
        var isY = firstVowel == Vowel.Y;
        return onset switch
        {
            Empty or Qu => true,
            BeforeBack => !isFront && !isY,
            BeforeFront => isFront || (isY && rimeLength == 1),
            BeforeAnyAndY => !isY || rimeLength == 1,
            _ => !isY,
        };
    }
}
