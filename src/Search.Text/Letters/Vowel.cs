namespace Search.Text.Letters;

/// <summary>The twelve vowel letters, in the order of the table in <see cref="VietnameseLetter"/>.</summary>
internal static class Vowel
{
    internal const int None = 0;
    internal const int A = 1;
    internal const int ABreve = 2;
    internal const int ACircumflex = 3;
    internal const int E = 4;
    internal const int ECircumflex = 5;
    internal const int I = 6;
    internal const int O = 7;
    internal const int OCircumflex = 8;
    internal const int OHorn = 9;
    internal const int U = 10;
    internal const int UHorn = 11;
    internal const int Y = 12;

    /// <summary>Ă Â Ê Ô Ơ Ư: the letters with a shape mark, which attract the tone mark.</summary>
    internal static bool IsShaped(int vowel) =>
        ((1 << vowel) & ((1 << ABreve) | (1 << ACircumflex) | (1 << ECircumflex) | (1 << OCircumflex) | (1 << OHorn) | (1 << UHorn))) != 0;
}
