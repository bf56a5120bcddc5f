using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text.Unicode;

namespace Search.Engine;

/// <summary>A page cursor: where the next page begins, for one request on one revision of the store.</summary>
internal static class Cursor
{
    private const int Size = 20;
    private const int UsualRequest = 2048;

    public static string Write(long revision, int offset, SearchRequest request)
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, revision);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], offset);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[12..], Fingerprint(request));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[16..], Checksum.Of(bytes[..16]));
        return Convert.ToHexStringLower(bytes);
    }

    /// <exception cref="InvalidCursorException">It is garbled, or of another revision or request.</exception>
    public static int Read(string cursor, long revision, SearchRequest request)
    {
        Span<byte> bytes = stackalloc byte[Size];
        if (cursor.Length != Size * 2
            || Convert.FromHexString(cursor, bytes, out _, out _) != System.Buffers.OperationStatus.Done
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]) != Checksum.Of(bytes[..16])
            || BinaryPrimitives.ReadInt64LittleEndian(bytes) != revision
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]) != Fingerprint(request))
        {
            throw new InvalidCursorException();
        }

        return BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
    }

    private static uint Fingerprint(SearchRequest request)
    {
        for (var size = UsualRequest; ; size *= 2)
        {
            var bytes = ArrayPool<byte>.Shared.Rent(size);
            var isWhole = Utf8.TryWrite(
                bytes,
                CultureInfo.InvariantCulture,
                $"{request.Query}|{string.Join('&', request.Filters)}|{request.Sort}|{request.GroupByDocument}|{string.Join('&', request.Wishes)}|{request.IncludeWeak}",
                out var written);
            var print = Checksum.Of(bytes.AsSpan(0, written));
            ArrayPool<byte>.Shared.Return(bytes);
            if (isWhole)
            {
                return print;
            }
        }
    }
}
