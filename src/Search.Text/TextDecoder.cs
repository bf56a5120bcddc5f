using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using Search.Text.Legacy;

namespace Search.Text;

/// <summary>
/// Turns the bytes of a file into text: UTF-8, UTF-16, and the Vietnamese encodings before Unicode, distinguished by their
/// bytes. Nothing is replaced in silence: what cannot be read is an error that names the offset.
/// </summary>
public static class TextDecoder
{
    /// <summary>Decodes bytes of unknown encoding.</summary>
    /// <param name="bytes">The whole file; empty is an empty text.</param>
    /// <param name="text">The text, when the bytes could be read.</param>
    /// <param name="error">The first offending byte, when they could not.</param>
    public static bool TryDecode(
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out DecodedText? text,
        [NotNullWhen(false)] out DecodeError? error)
    {
        text = null;
        error = null;
        if (bytes.StartsWith("\uFEFF"u8))
        {
            return Restored(TryUtf8(bytes, 3, out text, out error), ref text);
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return Restored(TryUtf16(bytes, 2, isBigEndian: bytes[0] == 0xFE, 1, out text, out error), ref text);
        }

        if (Utf16Guess.TryGuess(bytes, out var isBig))
        {
            return TryUtf16(bytes, 0, isBig, 0.9, out text, out error);
        }

        if (bytes.IndexOf((byte)0) is var nul and >= 0)
        {
            error = DecodeErrors.Binary(nul);
            return false;
        }

        if (TryUtf8(bytes, 0, out text, out error))
        {
            if (ControlCodeAt(bytes) is var control and >= 0)
            {
                text = null;
                error = DecodeErrors.Binary(control);
                return false;
            }

            if (Ascii.IsValid(bytes) && ViqrText.TryDecode(text.Text, out var viqr, out var confidence))
            {
                text = new DecodedText(viqr, "viqr", confidence);
            }

            return Restored(true, ref text);
        }

        if (!EncodingDetector.TryDetect(bytes, out var encoding, out var certainty))
        {
            return false;
        }

        return TryDecode(bytes, encoding, certainty, out text, out error);
    }

    /// <summary>Letters of an older encoding that were saved as Unicode are what their readers saw, not what their codes say.</summary>
    private static bool Restored(bool isDecoded, ref DecodedText? text)
    {
        if (isDecoded && TextRestoration.Find(text!.Text) is { } restoration)
        {
            text = new DecodedText(restoration.Apply(text.Text), $"{text.Encoding}+{restoration.Name}", 0.9 * text.Confidence);
        }

        return isDecoded;
    }

    /// <summary>Decodes bytes of a known legacy encoding.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="encoding">How to read it.</param>
    /// <param name="text">The text, when every byte has a meaning.</param>
    /// <param name="error">The first byte without one.</param>
    public static bool TryDecode(
        ReadOnlySpan<byte> bytes,
        LegacyEncoding encoding,
        [NotNullWhen(true)] out DecodedText? text,
        [NotNullWhen(false)] out DecodeError? error) => TryDecode(bytes, encoding, 1, out text, out error);

    private static bool TryDecode(
        ReadOnlySpan<byte> bytes,
        LegacyEncoding encoding,
        double confidence,
        [NotNullWhen(true)] out DecodedText? text,
        [NotNullWhen(false)] out DecodeError? error)
    {
        text = null;
        error = null;
        var name = NameOf(encoding);
        var decoded = LegacyDecoder.Decode(bytes, encoding, out var unknown);
        if (unknown >= 0)
        {
            error = DecodeErrors.Invalid(name.ToUpperInvariant(), unknown);
            return false;
        }

        text = new DecodedText(decoded, name, confidence);
        return true;
    }

    /// <summary>Decodes bytes of unknown encoding, or throws.</summary>
    /// <exception cref="TextDecodingException">The bytes are no text in any known encoding.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes) =>
        TryDecode(bytes, out var text, out var error) ? text : throw new TextDecodingException(error);

    private static string NameOf(LegacyEncoding encoding) => encoding switch
    {
        LegacyEncoding.Tcvn3 => "tcvn3",
        LegacyEncoding.Vni => "vni",
        LegacyEncoding.Vps => "vps",
        LegacyEncoding.Viscii => "viscii",
        LegacyEncoding.Cp1258 => "cp1258",
        LegacyEncoding.Viqr => "viqr",
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Unknown encoding."),
    };

    /// <summary>
    /// The first control code of a file that holds more of them than text ever does (one in fifty bytes), or −1.
    /// </summary>
    private static int ControlCodeAt(ReadOnlySpan<byte> bytes)
    {
        int first = -1, count = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is < 0x08 or (>= 0x0E and < 0x1B) or (> 0x1B and < 0x20))
            {
                first = first < 0 ? i : first;
                count++;
            }
        }

        return count * 50 > bytes.Length ? first : -1;
    }

    private static bool TryUtf8(
        ReadOnlySpan<byte> bytes,
        int start,
        [NotNullWhen(true)] out DecodedText? text,
        [NotNullWhen(false)] out DecodeError? error)
    {
        text = null;
        error = null;
        if (bytes.IndexOf((byte)0) is var nul and >= 0)
        {
            error = DecodeErrors.Binary(nul);
            return false;
        }

        var target = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var status = Utf8.ToUtf16(bytes[start..], target, out var read, out var written, replaceInvalidSequences: false);
            if (status != OperationStatus.Done)
            {
                error = DecodeErrors.Invalid("UTF-8", start + read);
                return false;
            }

            text = new DecodedText(new string(target, 0, written), "utf-8", 1);
            return true;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(target);
        }
    }

    private static bool TryUtf16(
        ReadOnlySpan<byte> bytes,
        int start,
        bool isBigEndian,
        double confidence,
        [NotNullWhen(true)] out DecodedText? text,
        [NotNullWhen(false)] out DecodeError? error)
    {
        text = null;
        error = null;
        var name = isBigEndian ? "utf-16be" : "utf-16le";
        try
        {
            var decoded = new UnicodeEncoding(isBigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes[start..]);
            if (decoded.IndexOf('\0', StringComparison.Ordinal) is var nul and >= 0)
            {
                error = DecodeErrors.Binary(start + (nul * 2L));
                return false;
            }

            text = new DecodedText(decoded, name, confidence);
            return true;
        }
        catch (DecoderFallbackException exception)
        {
            error = DecodeErrors.Invalid(name.ToUpperInvariant(), start + Math.Max(0, exception.Index));
            return false;
        }
    }
}
