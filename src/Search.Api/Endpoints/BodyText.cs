using System.Text;
using Search.Api.Problems;
using Search.Text;

namespace Search.Api.Endpoints;

/// <summary>Reads a text body within a limit.</summary>
internal static class BodyText
{
    /// <exception cref="ProblemException">It is too large, empty, or no text.</exception>
    public static async Task<string> ReadAsync(HttpRequest request, int maxBytes)
    {
        var bytes = await BytesAsync(request, maxBytes);
        if (bytes.Length == 0)
        {
            throw ProblemException.Invalid("body", "Nội dung rỗng.", "The body is empty.");
        }

        var charset = request.GetTypedHeaders().ContentType?.Charset.Value;
        if (charset is null or "" || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                // A byte order mark is no character of the text.
                var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
                return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.AsSpan(start));
            }
            catch (DecoderFallbackException)
            {
                // Not UTF-8: one of the legacy encodings, distinguished by its bytes.
            }
        }

        return TextDecoder.TryDecode(bytes, out var decoded, out var error)
            ? decoded.Text
            : throw ProblemException.Invalid("body", error.Message, error.MessageEn);
    }

    /// <summary>Copies a body on as it comes in, so that its size takes no memory.</summary>
    /// <exception cref="ProblemException">It is too large.</exception>
    public static async Task CopyAsync(HttpRequest request, Stream target, long maxBytes, CancellationToken stop)
    {
        if (request.ContentLength > maxBytes)
        {
            throw TooLarge(maxBytes);
        }

        var buffer = new byte[16 << 10];
        long total = 0;
        int read;
        while ((read = await request.Body.ReadAsync(buffer, stop)) > 0)
        {
            if ((total += read) > maxBytes)
            {
                throw TooLarge(maxBytes);
            }

            await target.WriteAsync(buffer.AsMemory(0, read), stop);
        }
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request, long maxBytes)
    {
        using var body = new MemoryStream();
        await CopyAsync(request, body, maxBytes, request.HttpContext.RequestAborted);
        return body.ToArray();
    }

    private static ProblemException TooLarge(long maxBytes) => new(
        ProblemKinds.BodyTooLarge,
        $"Nội dung vượt quá {maxBytes} byte. (The body has more than {maxBytes} bytes.)");
}
