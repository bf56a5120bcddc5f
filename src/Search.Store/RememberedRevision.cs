using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Search.Store;

/// <summary>
/// The revision a store had, kept beside it in a file of its own: a store that is behind it has lost what was written
/// since. It is written after each commit and not flushed, so it costs no time; after a power cut it may be older than the
/// store, which says nothing, and is never newer.
/// </summary>
internal static class RememberedRevision
{
    private const string FileName = "revision";
    private const int Length = 16;

    /// <summary>The revision of a data folder; 0 where none is remembered or what is there is torn.</summary>
    public static long Read(string dataDirectory)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(dataDirectory, FileName));
            return bytes.Length == Length
                && bytes.AsSpan(8).SequenceEqual(SHA256.HashData(bytes.AsSpan(0, 8)).AsSpan(0, 8))
                    ? BinaryPrimitives.ReadInt64LittleEndian(bytes)
                    : 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>Remembers a revision that is on disk. A disk that refuses is no reason to fail what was committed.</summary>
    public static void Write(string dataDirectory, long revision)
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, revision);
        SHA256.HashData(bytes.AsSpan(0, 8)).AsSpan(0, 8).CopyTo(bytes.AsSpan(8));
        try
        {
            using var file = new FileStream(
                Path.Combine(dataDirectory, FileName), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            file.Write(bytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next commit remembers.
        }
    }
}
