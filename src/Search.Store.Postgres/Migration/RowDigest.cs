using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Search.Store.Sqlite.Copies;

namespace Search.Store.Postgres.Migration;

/// <summary>SHA-256 over rows in the order of their tables and keys, each value with its kind and length, so that no two
/// run together.</summary>
internal sealed class RowDigest : IDisposable
{
    private const int HeadLength = 9;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>How many rows went in.</summary>
    public long Rows { get; private set; }

    /// <summary>Begins a table.</summary>
    public void Begin(MirroredTable table) => Add(table.Name);

    /// <summary>Adds a row.</summary>
    public void Add(object?[] row)
    {
        Rows++;
        foreach (var value in row)
        {
            Add(value);
        }
    }

    /// <summary>The digest of what was added.</summary>
    public string End() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    private void Add(object? value)
    {
        var (kind, number, bytes) = value switch
        {
            null => ((byte)0, 0L, (byte[])[]),
            long whole => ((byte)1, whole, []),
            string text => Sized(2, Encoding.UTF8.GetBytes(text)),
            var other => Sized(3, (byte[])other),
        };
        Span<byte> head = stackalloc byte[HeadLength];
        head[0] = kind;
        BinaryPrimitives.WriteInt64LittleEndian(head[1..], number);
        _hash.AppendData(head);
        _hash.AppendData(bytes);
    }

    private static (byte Kind, long Number, byte[] Bytes) Sized(byte kind, byte[] bytes) => (kind, bytes.Length, bytes);
}
