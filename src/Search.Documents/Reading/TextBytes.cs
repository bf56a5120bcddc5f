using System.Diagnostics.CodeAnalysis;
using Search.Text;

namespace Search.Documents.Reading;

/// <summary>From bytes to text, with a specific error for files that hold none.</summary>
internal static class TextBytes
{
    public static bool TryDecode(
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out string? text,
        out string encoding,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = null;
        encoding = "";
        if (bytes.IsEmpty)
        {
            error = new ReadError("empty", "Tệp rỗng.", "The file is empty.");
            return false;
        }

        if (!TextDecoder.TryDecode(bytes, out var decoded, out var trouble))
        {
            var nul = bytes.IndexOf((byte)0);
            error = nul >= 0 && bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
                ? new ReadError(
                    "binary",
                    "Tệp nhị phân (có byte NUL), không phải văn bản.",
                    "The file is binary (it holds NUL bytes) and no text.",
                    nul)
                : new ReadError(
                    "encoding",
                    "Không nhận ra bảng mã của tệp, hoặc tệp bị hỏng.",
                    "The file is in no known encoding, or it is damaged: " + trouble.MessageEn,
                    trouble.Offset);
            return false;
        }

        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            error = new ReadError("blank", "Tệp chỉ có khoảng trắng.", "The file holds nothing but white space.");
            return false;
        }

        text = decoded.Text;
        encoding = decoded.Encoding;
        error = null;
        return true;
    }
}
