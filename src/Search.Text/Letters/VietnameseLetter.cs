using System.Runtime.CompilerServices;

namespace Search.Text.Letters;

/// <summary>
/// What one UTF-16 unit is as a Vietnamese letter: which vowel, which tone, which case. The tables are computed from
/// the 144 vowel letters below, so that they cannot disagree with each other.
/// </summary>
internal static class VietnameseLetter
{
    /// <summary>One row a vowel, in the order of <see cref="Vowel"/>; columns in the order of <see cref="Tone"/>.</summary>
    private static readonly string[] Rows =
    [
        "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị",
        "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
    ];

    private const int TableLength = 0x1F00;
    private static readonly byte[] Infos = BuildInfos();
    private static readonly char[] Letters = BuildLetters();

    /// <summary>Bits 0–3 the vowel (0: not a vowel), bits 4–6 the tone, bit 7 set for capitals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int InfoOf(char c) => c < TableLength ? Infos[c] : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int VowelOf(char c) => InfoOf(c) & 0xF;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Tone ToneOf(char c) => (Tone)((InfoOf(c) >> 4) & 7);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsVowel(char c) => VowelOf(c) != Vowel.None;

    internal static bool IsUpper(char c) => c is >= 'A' and <= 'Z' || c == 'Đ' || (InfoOf(c) & 0x80) != 0;

    internal static char Compose(int vowel, Tone tone, bool upper) => Letters[(((vowel * 8) + (int)tone) * 2) + (upper ? 1 : 0)];

    /// <summary>The same letter with another tone; other characters come back as they are.</summary>
    internal static char WithTone(char c, Tone tone)
    {
        var info = InfoOf(c);
        return (info & 0xF) == 0 ? c : Compose(info & 0xF, tone, (info & 0x80) != 0);
    }

    /// <summary>The tone that a combining mark writes; <see langword="false"/> for other characters.</summary>
    internal static bool TryToneMark(char mark, out Tone tone)
    {
        tone = mark switch
        {
            '\u0300' or '\u0340' => Tone.Grave,
            '\u0301' or '\u0341' => Tone.Acute,
            '\u0309' => Tone.Hook,
            '\u0303' => Tone.Tilde,
            '\u0323' => Tone.Dot,
            _ => Tone.Level,
        };
        return tone != Tone.Level;
    }

    /// <summary>The vowel that a shape mark (breve, circumflex, horn) makes of a plain one; 0 when it makes none.</summary>
    internal static int WithShape(int vowel, char mark) => (mark, vowel) switch
    {
        ('\u0306', Vowel.A) => Vowel.ABreve,
        ('\u0302', Vowel.A) => Vowel.ACircumflex,
        ('\u0302', Vowel.E) => Vowel.ECircumflex,
        ('\u0302', Vowel.O) => Vowel.OCircumflex,
        ('\u031B', Vowel.O) => Vowel.OHorn,
        ('\u031B', Vowel.U) => Vowel.UHorn,
        _ => Vowel.None,
    };

    private static byte[] BuildInfos()
    {
        var infos = new byte[TableLength];
        for (var vowel = 1; vowel <= Rows.Length; vowel++)
        {
            for (var tone = 0; tone < 6; tone++)
            {
                var lower = Rows[vowel - 1][tone];
                infos[lower] = (byte)(vowel | (tone << 4));
                infos[char.ToUpperInvariant(lower)] = (byte)(vowel | (tone << 4) | 0x80);
            }
        }

        return infos;
    }

    private static char[] BuildLetters()
    {
        var letters = new char[(Rows.Length + 1) * 16];
        for (var vowel = 1; vowel <= Rows.Length; vowel++)
        {
            for (var tone = 0; tone < 6; tone++)
            {
                var lower = Rows[vowel - 1][tone];
                letters[((vowel * 8) + tone) * 2] = lower;
                letters[(((vowel * 8) + tone) * 2) + 1] = char.ToUpperInvariant(lower);
            }
        }

        return letters;
    }
}
