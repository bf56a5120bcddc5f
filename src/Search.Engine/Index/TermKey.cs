using System.Text;

namespace Search.Engine;

/// <summary>
/// The key of a term in a dictionary: its folded form in UTF-8, a byte 1, its exact form in the codes of
/// <see cref="SyllableCode"/>; of a pair both folded forms joined by a space, a byte 1, the codes of both exact forms.
/// So all spellings of a word, and of a pair, are neighbors, no folded copy of the postings is needed, and the exact form
/// takes a byte or two.
/// </summary>
internal static class TermKey
{
    /// <summary>Between the folded and the exact form; no analyzed word holds it.</summary>
    public const byte Separator = 1;

    /// <summary>Between the words of a pair; no analyzed word holds it.</summary>
    public const byte Joint = (byte)' ';

    /// <summary>First letter of the keys of document numbers; no analyzed word begins so.</summary>
    public const char NumberMark = '#';

    /// <summary>First letter of the keys of words and pairs that stand outside the passages; no analyzed word begins so.</summary>
    public const char AroundMark = '~';

    /// <summary>Whether a key is of a word or pair that passages hold.</summary>
    public static bool IsText(ReadOnlySpan<byte> key) => key[0] is not ((byte)NumberMark or (byte)AroundMark);

    /// <summary>The key, or its beginning, of a word or pair that stands outside the passages.</summary>
    public static byte[] OfAround(ReadOnlySpan<byte> key) => [(byte)AroundMark, .. key];

    /// <summary>The key of a word.</summary>
    public static byte[] Of(string folded, string exact) => [.. Spellings(folded), .. SyllableCode.Encode(exact)];

    /// <summary>The key of a pair.</summary>
    public static byte[] OfPair(string foldedFirst, string foldedSecond, string exactFirst, string exactSecond) =>
        [.. PairSpellings(foldedFirst, foldedSecond), .. SyllableCode.Encode(exactFirst), .. SyllableCode.Encode(exactSecond)];

    /// <summary>The beginning of the keys of all spellings of a word.</summary>
    public static byte[] Spellings(string folded) => [.. Encoding.UTF8.GetBytes(folded), Separator];

    /// <summary>The beginning of the keys of all spellings of a pair.</summary>
    public static byte[] PairSpellings(string foldedFirst, string foldedSecond) => Spellings($"{foldedFirst} {foldedSecond}");

    /// <summary>The key of a document number's lookup key.</summary>
    public static byte[] OfNumber(string docketKey) => Spellings(NumberMark + docketKey);

    /// <summary>The forms in a key, those of a pair joined by a space.</summary>
    public static (string Folded, string Exact) Split(ReadOnlySpan<byte> key)
    {
        var at = key.IndexOf(Separator);
        return (Encoding.UTF8.GetString(key[..at]), SyllableCode.Decode(key[(at + 1)..]));
    }

    /// <summary>The exact form in a key.</summary>
    public static string Exact(ReadOnlySpan<byte> key) => SyllableCode.Decode(key[(key.IndexOf(Separator) + 1)..]);
}
