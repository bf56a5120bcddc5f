using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Search.Documents.Reading;

/// <summary>From bytes to text, with a specific error for files that are no text.</summary>
internal static class TextBytes
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    public static bool TryDecode(
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out string? text,
        out string encoding,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = null;
        encoding = "utf-8";
        if (bytes.IsEmpty)
        {
            error = new ReadError("empty", "Tệp rỗng.", "The file is empty.");
            return false;
        }

        if (!TryDecodeBytes(bytes, out text, out encoding, out error)) return false;
        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            error = Binary(nul);
            text = null;
            return false;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            text = null;
            error = new ReadError("blank", "Tệp chỉ có khoảng trắng.", "The file holds nothing but white space.");
            return false;
        }

        error = null;
        return true;
    }

    private static bool TryDecodeBytes(
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out string? text,
        out string encoding,
        [NotNullWhen(false)] out ReadError? error)
    {
        error = null;
        encoding = "utf-8";
        try
        {
            if (bytes is [0xEF, 0xBB, 0xBF, ..])
            {
                text = StrictUtf8.GetString(bytes[3..]);
                return true;
            }

            if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            {
                var isBig = bytes[0] == 0xFE;
                encoding = isBig ? "utf-16be" : "utf-16le";
                text = new UnicodeEncoding(isBig, true, true).GetString(bytes[2..]);
                return true;
            }

            text = StrictUtf8.GetString(bytes);
            return true;
        }
        catch (ArgumentException)
        {
            text = null;
            var nul = bytes.IndexOf((byte)0);
            error = nul >= 0
                ? Binary(nul)
                : new ReadError("encoding", "Không nhận ra bảng mã của tệp.", "The file's encoding is not known.");
            return false;
        }
    }

    private static ReadError Binary(long offset) => new(
        "binary",
        "Tệp nhị phân (có byte NUL), không phải văn bản.",
        "The file is binary (it holds NUL) and no text.",
        offset);
}
