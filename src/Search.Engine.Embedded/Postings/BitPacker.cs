using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Embedded;

/// <summary>
/// Packs numbers into as few bits as the widest one needs. Blocks of 128 are laid out for four lanes: value i is
/// in lane i mod 4, so that one vector operation unpacks four neighbors. Shorter runs are packed one after another.
/// Little-endian. The vector code and its scalar twin read and write the same bytes.
/// </summary>
internal static class BitPacker
{
    /// <summary>Values of a full block.</summary>
    public const int BlockSize = 128;

    private const int Lanes = 4;
    private const int Rows = BlockSize / Lanes;

    /// <summary>Bits that the largest of the values needs, 0 to 32.</summary>
    public static int BitsOf(ReadOnlySpan<uint> values)
    {
        uint all = 0;
        foreach (var value in values)
        {
            all |= value;
        }

        return 32 - BitOperations.LeadingZeroCount(all);
    }

    /// <summary>Bytes of a full block.</summary>
    public static int BlockBytes(int bits) => bits * (BlockSize / 8);

    /// <summary>Bytes of a run.</summary>
    public static int RunBytes(long count, int bits) => (int)(((count * bits) + 7) / 8);

    /// <summary>Packs 128 values.</summary>
    public static void PackBlock(ReadOnlySpan<uint> values, int bits, Span<byte> packed)
    {
        packed[..BlockBytes(bits)].Clear();
        if (bits == 0)
        {
            return;
        }

        for (var i = 0; i < BlockSize; i++)
        {
            var bit = (i / Lanes) * bits;
            var word = ((bit >> 5) * Lanes) + (i % Lanes);
            var shift = bit & 31;
            Or(packed, word, values[i] << shift);
            if (shift + bits > 32)
            {
                Or(packed, word + Lanes, values[i] >> (32 - shift));
            }
        }
    }

    /// <summary>Unpacks 128 values with vectors where the machine has them.</summary>
    public static void UnpackBlock(ReadOnlySpan<byte> packed, int bits, Span<uint> values)
    {
        if (Vector128.IsHardwareAccelerated && BitConverter.IsLittleEndian)
        {
            UnpackVector(packed, bits, values);
        }
        else
        {
            UnpackScalar(packed, bits, values);
        }
    }

    /// <summary>The scalar twin of <see cref="UnpackBlock"/>.</summary>
    public static void UnpackScalar(ReadOnlySpan<byte> packed, int bits, Span<uint> values)
    {
        if (bits == 0)
        {
            values[..BlockSize].Clear();
            return;
        }

        var mask = Mask(bits);
        for (var i = 0; i < BlockSize; i++)
        {
            var bit = (i / Lanes) * bits;
            var word = ((bit >> 5) * Lanes) + (i % Lanes);
            var shift = bit & 31;
            var value = Word(packed, word) >> shift;
            if (shift + bits > 32)
            {
                value |= Word(packed, word + Lanes) << (32 - shift);
            }

            values[i] = value & mask;
        }
    }

    /// <summary>The vector twin of <see cref="UnpackScalar"/>.</summary>
    public static void UnpackVector(ReadOnlySpan<byte> packed, int bits, Span<uint> values)
    {
        if (bits == 0)
        {
            values[..BlockSize].Clear();
            return;
        }

        // One check stands for all: the loop below touches exactly these bytes and values.
        ref var input = ref MemoryMarshal.GetReference(packed[..BlockBytes(bits)]);
        ref var output = ref MemoryMarshal.GetReference(values[..BlockSize]);
        var mask = Vector128.Create(Mask(bits));
        for (var row = 0; row < Rows; row++)
        {
            var bit = row * bits;
            var word = bit >> 5;
            var shift = bit & 31;
            var value = Vector128.ShiftRightLogical(Load(ref input, word), shift);
            if (shift + bits > 32)
            {
                value |= Vector128.ShiftLeft(Load(ref input, word + 1), 32 - shift);
            }

            Unsafe.WriteUnaligned(ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref output, row * Lanes)), value & mask);
        }
    }

    /// <summary>Packs any count of values one after another.</summary>
    public static void PackRun(ReadOnlySpan<uint> values, int bits, Span<byte> packed)
    {
        packed[..RunBytes(values.Length, bits)].Clear();
        long at = 0;
        foreach (var value in values)
        {
            for (var done = 0; done < bits;)
            {
                var offset = (int)(at & 7);
                var take = Math.Min(8 - offset, bits - done);
                packed[(int)(at >> 3)] |= (byte)(((value >> done) & ((1u << take) - 1)) << offset);
                at += take;
                done += take;
            }
        }
    }

    /// <summary>Unpacks a run; <paramref name="packed"/> begins at the run.</summary>
    public static void UnpackRun(ReadOnlySpan<byte> packed, int bits, Span<uint> values)
    {
        if (bits == 0)
        {
            values.Clear();
            return;
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ReadRun(packed, bits, i);
        }
    }

    /// <summary>One value of a run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ReadRun(ReadOnlySpan<byte> packed, int bits, long index)
    {
        var bit = index * bits;
        var at = (int)(bit >> 3);
        ulong word;
        if (at + sizeof(ulong) <= packed.Length)
        {
            word = BinaryPrimitives.ReadUInt64LittleEndian(packed[at..]);
        }
        else
        {
            word = 0;
            for (var k = packed.Length - 1; k >= at; k--)
            {
                word = (word << 8) | packed[k];
            }
        }

        return (uint)(word >> (int)(bit & 7)) & Mask(bits);
    }

    private static uint Mask(int bits) => bits >= 32 ? uint.MaxValue : (1u << bits) - 1;

    private static Vector128<uint> Load(ref byte input, int word) =>
        Unsafe.ReadUnaligned<Vector128<uint>>(ref Unsafe.Add(ref input, word * Lanes * sizeof(uint)));

    private static uint Word(ReadOnlySpan<byte> packed, int word) =>
        BinaryPrimitives.ReadUInt32LittleEndian(packed[(word * sizeof(uint))..]);

    private static void Or(Span<byte> packed, int word, uint value)
    {
        var place = packed[(word * sizeof(uint))..];
        BinaryPrimitives.WriteUInt32LittleEndian(place, BinaryPrimitives.ReadUInt32LittleEndian(place) | value);
    }
}
