using System.IO.Compression;

namespace Search.Api.Caching;

/// <summary>One whole answer: its bytes, and the same compressed once someone asks for that.</summary>
internal sealed class CachedResponse(byte[] body, string? contentType)
{
    private byte[]? _brotli;
    private byte[]? _gzip;

    public string? ContentType { get; } = contentType;

    public byte[] Body { get; } = body;

    /// <summary>What it takes in memory with both of its compressed forms, in bytes.</summary>
    public int Size => 512 + (Body.Length * 2);

    /// <summary>Sends it in the best encoding that the caller takes.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = ContentType;
        var (bytes, encoding) = Encoded(context.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        response.ContentLength = bytes.Length;
        // A deadline that passes now finds the work done: half an answer helps nobody.
        return response.Body.WriteAsync(bytes, 0, bytes.Length, CancellationToken.None);
    }

    private (byte[] Bytes, string? Encoding) Encoded(string accepted)
    {
        if (accepted.Length == 0 || Body.Length < Hosting.MinimumSizeCompression.Least)
        {
            return (Body, null);
        }

        if (Takes(accepted, "br"))
        {
            return (_brotli ??= Compressed(stream => new BrotliStream(stream, CompressionLevel.Fastest)), "br");
        }

        return Takes(accepted, "gzip") ? (_gzip ??= Compressed(stream => new GZipStream(stream, CompressionLevel.Fastest)), "gzip") : (Body, null);
    }

    private static bool Takes(string accepted, string encoding)
    {
        foreach (var range in accepted.AsSpan().Split(','))
        {
            var offer = accepted.AsSpan(range).Trim();
            var end = offer.IndexOf(';');
            if (!(end < 0 ? offer : offer[..end].TrimEnd()).Equals(encoding, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            return end < 0 || !IsZero(offer[(end + 1)..].Trim());
        }

        return false;
    }

    // "q=0" in any of its spellings refuses an encoding.
    private static bool IsZero(ReadOnlySpan<char> quality) =>
        quality.StartsWith("q=", StringComparison.OrdinalIgnoreCase) && !quality[2..].ContainsAnyExcept('0', '.');

    private byte[] Compressed(Func<Stream, Stream> open)
    {
        using var packed = new MemoryStream(Body.Length / 3);
        using (var stream = open(packed))
        {
            stream.Write(Body);
        }

        return packed.ToArray();
    }
}
