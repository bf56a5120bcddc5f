using System.Text;

namespace Search.Engine.Embedded;

/// <summary>
/// The key of a term in the dictionary: its folded form, a byte 1, its exact form, in UTF-8. So all accent
/// variants of a syllable are neighbors, and no folded copy of the postings is needed.
/// </summary>
internal static class TermKey
{
    /// <summary>Between the two forms; no analyzed word holds it.</summary>
    public const byte Separator = 1;

    /// <summary>First letter of number keys; no analyzed word begins so.</summary>
    public const char NumberMark = '#';

    public static byte[] Of(string folded, string exact)
    {
        var first = Encoding.UTF8.GetByteCount(folded);
        var key = new byte[first + 1 + Encoding.UTF8.GetByteCount(exact)];
        Encoding.UTF8.GetBytes(folded, key);
        key[first] = Separator;
        Encoding.UTF8.GetBytes(exact, key.AsSpan(first + 1));
        return key;
    }

    /// <summary>The key of a document number's lookup key.</summary>
    public static byte[] OfNumber(string docketKey) => Of(NumberMark + docketKey, "");

    public static (string Folded, string Exact) Split(ReadOnlySpan<byte> key)
    {
        var at = key.IndexOf(Separator);
        return (Encoding.UTF8.GetString(key[..at]), Encoding.UTF8.GetString(key[(at + 1)..]));
    }
}
