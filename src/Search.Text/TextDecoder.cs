using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Search.Text;

/// <summary>Turns the bytes of a file into text. Nothing is replaced in silence: what cannot be read is an error.</summary>
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
            return TryUtf8(bytes, 3, out text, out error);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return TryUtf16(bytes, isBigEndian: bytes[0] == 0xFE, out text, out error);
        return TryUtf8(bytes, 0, out text, out error);
    }

    /// <summary>Decodes bytes of unknown encoding, or throws.</summary>
    /// <exception cref="TextDecodingException">The bytes are no text in any known encoding.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes) =>
        TryDecode(bytes, out var text, out var error) ? text : throw new TextDecodingException(error);

    private static bool TryUtf8(ReadOnlySpan<byte> bytes, int start, out DecodedText? text, out DecodeError? error)
    {
        text = null;
        error = null;
        var nul = bytes.IndexOf((byte)0);
        if (nul >= 0)
        {
            error = Binary(nul);
            return false;
        }

        var target = new char[bytes.Length - start];
        var status = System.Text.Unicode.Utf8.ToUtf16(bytes[start..], target, out var read, out var written, replaceInvalidSequences: false);
        if (status != System.Buffers.OperationStatus.Done)
        {
            error = Invalid("UTF-8", start + read);
            return false;
        }

        text = new DecodedText(new string(target, 0, written), "utf-8", 1);
        return true;
    }

    private static bool TryUtf16(ReadOnlySpan<byte> bytes, bool isBigEndian, out DecodedText? text, out DecodeError? error)
    {
        text = null;
        error = null;
        var name = isBigEndian ? "utf-16be" : "utf-16le";
        try
        {
            var decoded = new UnicodeEncoding(isBigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes[2..]);
            var nul = decoded.IndexOf('\0', StringComparison.Ordinal);
            if (nul >= 0)
            {
                error = Binary(2L + (nul * 2L));
                return false;
            }

            text = new DecodedText(decoded, name, 1);
            return true;
        }
        catch (DecoderFallbackException exception)
        {
            error = Invalid(name.ToUpperInvariant(), 2L + Math.Max(0, exception.Index));
            return false;
        }
    }

    private static DecodeError Binary(long offset) => new(offset, string.Create(
        CultureInfo.InvariantCulture, $"Tệp không phải văn bản: có byte NUL tại vị trí {offset}."))
    {
        MessageEn = string.Create(CultureInfo.InvariantCulture, $"The file is not text: it has a NUL byte at offset {offset}."),
    };

    private static DecodeError Invalid(string encoding, long offset) => new(offset, string.Create(
        CultureInfo.InvariantCulture, $"Không đọc được bảng mã: byte tại vị trí {offset} không hợp lệ trong {encoding}."))
    {
        MessageEn = string.Create(CultureInfo.InvariantCulture, $"The encoding cannot be read: the byte at offset {offset} is not valid in {encoding}."),
    };
}
