using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using Search.Documents;
using Search.Text;

namespace Search.Ingestion.Reading;

/// <summary>
/// The text of a page by what it declares: a byte order mark, <c>meta charset</c>, the XML declaration. Only a page that
/// declares nothing, or a charset that its bytes cannot be in, is left to detection.
/// </summary>
internal static partial class HtmlDecoder
{
    /// <summary>The declaration has to stand within the first 1,024 bytes; older programs write long comments before it.</summary>
    private const int Head = 4096;

    static HtmlDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes the bytes of a page.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="declared">Charset that an envelope declares, such as the header of a mail part; null for none.</param>
    /// <param name="text">The text and the name of its charset.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryDecode(
        ReadOnlySpan<byte> bytes,
        string? declared,
        [NotNullWhen(true)] out DecodedText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        error = null;
        text = null;
        var hasMark = bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (!hasMark && (declared ?? DeclaredIn(bytes)) is { } charset && TryDeclared(bytes, charset.Trim().ToLowerInvariant(), out text))
        {
            return true;
        }

        if (TextDecoder.TryDecode(bytes, out text, out var failure))
        {
            return true;
        }

        error = new ReadError("encoding", failure.Message, failure.MessageEn, failure.Offset);
        return false;
    }

    private static bool TryDeclared(ReadOnlySpan<byte> bytes, string charset, [NotNullWhen(true)] out DecodedText? text)
    {
        text = null;
        if (Legacy(charset) is { } legacy)
        {
            return TextDecoder.TryDecode(bytes, legacy, out text, out _);
        }

        // A one-byte charset is often declared by a template while the words are UTF-8, which nothing else looks like.
        var isUtf8 = charset is "utf-8" or "utf8" || bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF);
        if (isUtf8 && charset is not ("utf-16" or "utf-16le" or "utf-16be") && System.Text.Unicode.Utf8.IsValid(bytes))
        {
            text = new DecodedText(Encoding.UTF8.GetString(bytes), "utf-8", 1);
            return bytes.IndexOf((byte)0) < 0;
        }

        // UTF-16 that could be read as ASCII up to here is none: the standard reads such a page as UTF-8.
        if (charset is "utf-8" or "utf8" || charset.StartsWith("utf-16", StringComparison.Ordinal) || bytes.IndexOf((byte)0) >= 0)
        {
            return false;
        }

        try
        {
            var encoding = Encoding.GetEncoding(charset is "iso-8859-1" or "us-ascii" or "latin1" ? "windows-1252" : charset, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback);
            text = new DecodedText(encoding.GetString(bytes), encoding.WebName, 1);
            return !text.Text.Contains('\uFFFD', StringComparison.Ordinal);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static LegacyEncoding? Legacy(string charset) => charset switch
    {
        "windows-1258" or "cp1258" or "x-cp1258" => LegacyEncoding.Cp1258,
        "viscii" or "csviscii" => LegacyEncoding.Viscii,
        "x-viet-vps" or "vps" => LegacyEncoding.Vps,
        "x-viet-tcvn5712" or "tcvn" or "tcvn3" or "x-viet-tcvn" => LegacyEncoding.Tcvn3,
        "x-viet-vni" or "vni" => LegacyEncoding.Vni,
        _ => null,
    };

    private static string? DeclaredIn(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(Head, bytes.Length)]);
        return Declaration().Match(head) is { Success: true } found ? found.Groups["name"].Value : null;
    }

    // <meta charset="utf-8">, <meta http-equiv=Content-Type content="text/html; charset=windows-1258">, <?xml … encoding="UTF-8"?>
    [GeneratedRegex(
        """<(?:meta\s[^>]{0,400}?charset|\?xml\s[^>]{0,200}?encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_.:-]{2,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
