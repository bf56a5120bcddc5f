using System.Buffers.Binary;
using System.IO.Hashing;

namespace Search.Engine.LuceneNet;

/// <summary>
/// Compares files of Lucene with the checksums they end with. Lucene itself compares those of small files when it opens
/// them and leaves postings and texts to its index check; here none is read before it was compared.
/// </summary>
internal static class FileChecks
{
    // A footer: a magic number, the kind of checksum (0 is CRC-32), the checksum, all big-endian.
    private const int FooterSize = 16;
    private const uint FooterMagic = ~0x3FD76C17u;
    private const int ChunkSize = 1 << 18;

    /// <summary>What is wrong with a file, or null.</summary>
    /// <param name="path">The file.</param>
    public static string? Problem(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
            var length = RandomAccess.GetLength(file);
            if (length < FooterSize)
            {
                return "the file is truncated";
            }

            Span<byte> footer = stackalloc byte[FooterSize];
            if (RandomAccess.Read(file, footer, length - FooterSize) != FooterSize
                || BinaryPrimitives.ReadUInt32BigEndian(footer) != FooterMagic
                || BinaryPrimitives.ReadInt32BigEndian(footer[4..]) != 0)
            {
                return "the file does not end with a checksum; it is truncated or overwritten";
            }

            return Compute(file, length - sizeof(long)) == BinaryPrimitives.ReadUInt64BigEndian(footer[8..])
                ? null
                : "the content does not fit its checksum";
        }
        catch (FileNotFoundException)
        {
            return "the file is missing";
        }
        catch (DirectoryNotFoundException)
        {
            return "the file is missing";
        }
        catch (IOException e)
        {
            return $"the file cannot be read: {e.Message}";
        }
    }

    private static ulong Compute(Microsoft.Win32.SafeHandles.SafeFileHandle file, long length)
    {
        var crc = new Crc32();
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            for (long at = 0; at < length;)
            {
                var read = RandomAccess.Read(file, buffer.AsSpan(0, (int)Math.Min(ChunkSize, length - at)), at);
                if (read == 0)
                {
                    break;
                }

                crc.Append(buffer.AsSpan(0, read));
                at += read;
            }

            return crc.GetCurrentHashAsUInt32();
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
