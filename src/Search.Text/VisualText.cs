using System.Globalization;
using System.Text;
using Search.Text.Characters;
using Search.Text.Legacy;
using Search.Text.Normalizing;

namespace Search.Text;

/// <summary>
/// Reads short text as an eye does: letters of other alphabets that are printed like Latin ones, full-width and other
/// styled forms, marks written apart and characters without form make no difference. Stricter readings keep such
/// differences (<see cref="VietnameseNormalizer"/>); this one is for where a disguise must not work.
/// </summary>
public static class VisualText
{
    /// <summary>Longest text that is read, in UTF-16 units; what goes beyond it is left as it is.</summary>
    public const int Limit = 1_000;

    /// <summary>Letters that <see cref="Lookalikes"/> leaves alone in words, each followed by the Latin one: small capitals,
    /// Cyrillic small letters of the form of capitals, Cherokee, Lisu.</summary>
    private const string MorePairs = "ᴀaᴄcᴅdᴇeʜhɪiᴋkᴌlᴍmɴnᴏoᴘpʀrᴛtᴜuʏyᴢzмmтtкkнhвbτtᎷMᎪAᎢTᎥiᏆTꓟMꓮAꓔTꓳOıi";

    private static readonly Dictionary<char, char> More = Enumerable.Range(0, MorePairs.Length / 2)
        .ToDictionary(i => MorePairs[2 * i], i => MorePairs[(2 * i) + 1]);

    /// <summary>The text as it is read; its length may differ.</summary>
    /// <param name="text">Any text; may hold lone surrogates.</param>
    public static string Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Limit || Ascii.IsValid(text))
        {
            return text;
        }

        var apart = Bounded(text).Normalize(NormalizationForm.FormKD);
        var read = new StringBuilder(apart.Length);
        foreach (var c in apart)
        {
            if (c < '\u0300')
            {
                read.Append(c);
            }
            else if (IsVietnameseMark(c))
            {
                read.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
            {
                read.Append(More.TryGetValue(c, out var letter) ? letter : Lookalikes.Counterpart(CharacterRules.Map(c)));
            }
        }

        var letters = read.ToString().Normalize(NormalizationForm.FormC).ToCharArray();
        for (int start = 0, end = 0; start < letters.Length; start = end + 1)
        {
            for (end = start; end < letters.Length && char.IsLetter(letters[end]);)
            {
                end++;
            }

            StrayTones.Apply(letters.AsSpan(start, end - start));
        }

        return new string(letters);
    }

    /// <summary>The text with marks composed into their letters, at most eight on each; a text that is too long as it is.</summary>
    /// <param name="text">Any text; may hold lone surrogates.</param>
    public static string Compose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > Limit ? text : Bounded(text).Normalize(NormalizationForm.FormC);
    }

    /// <summary>A text of letters that are shown with a font of an older encoding (.VnTime, VNI-Times), in Unicode; null
    /// where it holds characters that no such font has.</summary>
    /// <param name="shown">The text as it stands in a Unicode file.</param>
    /// <param name="encoding">The encoding of the font.</param>
    public static string? ReadLegacy(string shown, LegacyEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var bytes = new byte[shown.Length];
        for (var i = 0; i < shown.Length; i++)
        {
            var value = Cp1252.ToByte(shown[i]);
            if (value < 0)
            {
                return null;
            }

            bytes[i] = (byte)value;
        }

        return LegacyDecoder.Decode(bytes, encoding, out _);
    }

    /// <summary>Normalizing takes quadratic time in the marks on a letter; Vietnamese needs two.</summary>
    private static string Bounded(string text)
    {
        var marks = 0;
        var bounded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks <= 8 && !IsInvisible(rune))
            {
                bounded.Append(Boxed(rune));
            }
        }

        return bounded.ToString();
    }

    /// <summary>White letters in black circles and squares, which Unicode decomposes unlike black ones in white.</summary>
    private static Rune Boxed(Rune rune) => rune.Value switch
    {
        >= 0x1F150 and <= 0x1F169 => new Rune('A' + rune.Value - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => new Rune('A' + rune.Value - 0x1F170),
        _ => rune,
    };

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format || rune.Value is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0xFFFD
        || (rune.Value < 0xFFFF && CharacterRules.Map((char)rune.Value) == CharacterRules.Removed);

    private static bool IsVietnameseMark(char c) =>
        c is '\u0300' or '\u0301' or '\u0302' or '\u0303' or '\u0306' or '\u0309' or '\u031B' or '\u0323';
}
