using System.Text;

namespace Search.Engine;

/// <summary>
/// The key of a term in a dictionary: its folded form, a byte 1, its exact form, in UTF-8; of a pair both folded forms,
/// a byte 1, both exact forms, each two joined by a space. So all spellings of a word, and of a pair, are neighbors, and
/// no folded copy of the postings is needed.
/// </summary>
internal static class TermKey
{
    /// <summary>Between the folded and the exact form; no analyzed word holds it.</summary>
    public const byte Separator = 1;

    /// <summary>Between the words of a pair; no analyzed word holds it.</summary>
    public const byte Joint = (byte)' ';

    /// <summary>First letter of the keys of document numbers; no analyzed word begins so.</summary>
    public const char NumberMark = '#';

    /// <summary>Room for the longest key: two words of the analyzer, twice, in UTF-8.</summary>
    public const int MaxBytes = (4 * 3 * FieldAnalyzer.MaxWordLength * 4) + 3;

    public static byte[] Of(string folded, string exact)
    {
        var first = Encoding.UTF8.GetByteCount(folded);
        var key = new byte[first + 1 + Encoding.UTF8.GetByteCount(exact)];
        Encoding.UTF8.GetBytes(folded, key);
        key[first] = Separator;
        Encoding.UTF8.GetBytes(exact, key.AsSpan(first + 1));
        return key;
    }

    /// <summary>The key of a pair.</summary>
    public static byte[] OfPair(string foldedFirst, string foldedSecond, string exactFirst, string exactSecond) =>
        Of(string.Concat(foldedFirst, " ", foldedSecond), string.Concat(exactFirst, " ", exactSecond));

    /// <summary>The key of a document number's lookup key.</summary>
    public static byte[] OfNumber(string docketKey) => Of(NumberMark + docketKey, "");

    public static (string Folded, string Exact) Split(ReadOnlySpan<byte> key)
    {
        var at = key.IndexOf(Separator);
        return (Encoding.UTF8.GetString(key[..at]), Encoding.UTF8.GetString(key[(at + 1)..]));
    }

    /// <summary>The exact form in a key.</summary>
    public static ReadOnlySpan<byte> Exact(ReadOnlySpan<byte> key) => key[(key.IndexOf(Separator) + 1)..];
}
