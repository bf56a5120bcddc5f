using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Search.Store.Sqlite;

/// <summary>The SQL function <c>row_digest</c>: 8 bytes of SHA-256 over a row's values, computed as a row is written
/// and once more by every check. It reads SQLite's own bytes: as a function over .NET values, turning every text into
/// a string and back took more time than the hash.</summary>
internal static class RowDigest
{
    private const string Name = "row_digest";
    private const int Length = 8;
    private const int HeadLength = 9;

    private static readonly delegate_function_scalar Function = Compute;

    public static void Register(SqliteConnection connection) => raw.sqlite3_create_function(
        connection.Handle, Name, -1, raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC, null, Function);

    private static void Compute(sqlite3_context context, object state, sqlite3_value[] values)
    {
        var length = 0;
        foreach (var value in values)
        {
            length += HeadLength + Bytes(value).Length;
        }

        var row = ArrayPool<byte>.Shared.Rent(length);
        var at = 0;
        foreach (var value in values)
        {
            Append(row, ref at, value);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row.AsSpan(0, at), digest);
        ArrayPool<byte>.Shared.Return(row);
        raw.sqlite3_result_blob(context, digest[..Length]);
    }

    /// <summary>Each value goes in with its kind and length, so that no two rows run together.</summary>
    private static void Append(byte[] row, ref int at, sqlite3_value value)
    {
        var type = raw.sqlite3_value_type(value);
        var bytes = Bytes(value);
        var (kind, number) = type switch
        {
            raw.SQLITE_NULL => (0, 0L),
            raw.SQLITE_INTEGER => (1, raw.sqlite3_value_int64(value)),
            raw.SQLITE_TEXT => (2, bytes.Length),
            raw.SQLITE_BLOB => (3, bytes.Length),
            _ => (4, bytes.Length),
        };
        row[at] = (byte)kind;
        BinaryPrimitives.WriteInt64LittleEndian(row.AsSpan(at + 1), number);
        at += HeadLength;
        bytes.CopyTo(row.AsSpan(at));
        at += bytes.Length;
    }

    private static ReadOnlySpan<byte> Bytes(sqlite3_value value) => raw.sqlite3_value_type(value) switch
    {
        raw.SQLITE_TEXT or raw.SQLITE_BLOB => raw.sqlite3_value_blob(value),
        // A flipped type byte can turn a column into something the schema does not hold.
        raw.SQLITE_FLOAT => "Double"u8,
        _ => [],
    };
}
