using System.Numerics;
using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>CRC32C (Castagnoli), which processors compute themselves.</summary>
internal static class Checksum
{
    /// <summary>The checksum of some bytes, continued from an earlier one.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="seed">What <see cref="Of"/> gave for the bytes before, or 0.</param>
    public static uint Of(ReadOnlySpan<byte> bytes, uint seed = 0)
    {
        var crc = ~seed;
        var words = BitConverter.IsLittleEndian ? MemoryMarshal.Cast<byte, ulong>(bytes) : [];
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (var b in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }
}
