using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Search.Store.Sqlite;

/// <summary>The SQL function <c>row_digest</c>: 8 bytes of SHA-256 over a row's values, computed as a row is written
/// and once more by every check.</summary>
internal static class RowDigest
{
    private const string Name = "row_digest";

    public static void Register(SqliteConnection connection) =>
        connection.CreateFunction(Name, static (object?[] values) => Of(values), isDeterministic: true);

    /// <summary>Each value goes in with its kind and length, so that no two rows run together.</summary>
    public static byte[] Of(ReadOnlySpan<object?> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> head = stackalloc byte[9];
        foreach (var value in values)
        {
            switch (value)
            {
                case null or DBNull:
                    head.Clear();
                    hash.AppendData(head);
                    break;
                case long number:
                    head[0] = 1;
                    BinaryPrimitives.WriteInt64LittleEndian(head[1..], number);
                    hash.AppendData(head);
                    break;
                case string text:
                    Append(hash, 2, Encoding.UTF8.GetBytes(text));
                    break;
                case byte[] bytes:
                    Append(hash, 3, bytes);
                    break;
                default:
                    // A flipped type byte can turn a column into something the schema does not hold.
                    Append(hash, 4, Encoding.UTF8.GetBytes(value.GetType().Name));
                    break;
            }
        }

        return hash.GetHashAndReset()[..8];
    }

    private static void Append(IncrementalHash hash, byte kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[9];
        head[0] = kind;
        BinaryPrimitives.WriteInt64LittleEndian(head[1..], bytes.Length);
        hash.AppendData(head);
        hash.AppendData(bytes);
    }
}
