using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Embedded;

/// <summary>Reads what <see cref="PostingEncoder"/> wrote. A view on mapped bytes; holds no state of its own.</summary>
/// <param name="bytes">The postings.</param>
/// <param name="total">Passages in the list.</param>
internal readonly ref struct PostingList(ReadOnlySpan<byte> bytes, int total)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Passages in the list.</summary>
    public int Count { get; } = total;

    /// <summary>Blocks of the list.</summary>
    public int Blocks => PostingEncoder.Blocks(Count);

    private int Directory => Blocks > 1 ? Blocks * PostingEncoder.DirectoryEntry : 0;

    /// <summary>The last passage of a block; only where there are several blocks.</summary>
    public uint LastDoc(int block) =>
        BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(block * PostingEncoder.DirectoryEntry)..]);

    /// <summary>The largest impact of a block; only where there are several blocks.</summary>
    public byte MaxImpact(int block) => _bytes[(block * PostingEncoder.DirectoryEntry) + 8];

    /// <summary>The first block at or after <paramref name="from"/> whose last passage reaches the target.</summary>
    public int FindBlock(int from, uint target)
    {
        var blocks = Blocks;
        if (blocks == 1)
        {
            return from;
        }

        if (from < blocks && LastDoc(from) >= target)
        {
            return from;
        }

        int low = from, high = blocks;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (LastDoc(middle) < target)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Unpacks a block and returns how many passages it holds. Both spans hold 128 or more.</summary>
    public int Decode(int block, Span<uint> docs, Span<uint> impacts)
    {
        var directory = Directory;
        var offset = directory == 0
            ? 0
            : directory + (int)BinaryPrimitives.ReadUInt32LittleEndian(_bytes[((block * PostingEncoder.DirectoryEntry) + 4)..]);
        var count = Math.Min(BitPacker.BlockSize, Count - (block * BitPacker.BlockSize));
        var gapBits = _bytes[offset];
        uint min = _bytes[offset + 1];
        var levelBits = _bytes[offset + 2];
        var data = _bytes[(offset + PostingEncoder.BlockHeader)..];
        var previous = block == 0 ? uint.MaxValue : LastDoc(block - 1);
        if (count == BitPacker.BlockSize)
        {
            BitPacker.UnpackBlock(data, gapBits, docs);
            PrefixSum(docs, previous);
            BitPacker.UnpackBlock(data[BitPacker.BlockBytes(gapBits)..], levelBits, impacts);
            var base4 = Vector128.Create(min);
            for (var i = 0; i < BitPacker.BlockSize; i += 4)
            {
                ref var place = ref impacts[i];
                Unsafe.As<uint, Vector128<uint>>(ref place) += base4;
            }
        }
        else
        {
            BitPacker.UnpackRun(data, gapBits, docs[..count]);
            for (var i = 0; i < count; i++)
            {
                previous += docs[i] + 1;
                docs[i] = previous;
            }

            BitPacker.UnpackRun(data[BitPacker.RunBytes(count, gapBits)..], levelBits, impacts[..count]);
            for (var i = 0; i < count; i++)
            {
                impacts[i] += min;
            }
        }

        return count;
    }

    /// <summary>Unpacks the whole list; both spans hold <see cref="Count"/> rounded up to 128.</summary>
    public void DecodeAll(Span<uint> docs, Span<uint> impacts)
    {
        var blocks = Blocks;
        for (var block = 0; block < blocks; block++)
        {
            Decode(block, docs[(block * BitPacker.BlockSize)..], impacts[(block * BitPacker.BlockSize)..]);
        }
    }

    // Gaps less one become passages: a running sum of (gap + 1) from the passage before.
    private static void PrefixSum(Span<uint> docs, uint previous)
    {
        var one = Vector128<uint>.One;
        var carry = Vector128.Create(previous);
        for (var i = 0; i < BitPacker.BlockSize; i += 4)
        {
            ref var place = ref Unsafe.As<uint, Vector128<uint>>(ref docs[i]);
            var sum = place + one;
            sum += Vector128.Shuffle(sum, Vector128.Create(4u, 0, 1, 2));
            sum += Vector128.Shuffle(sum, Vector128.Create(4u, 4, 0, 1));
            sum += carry;
            place = sum;
            carry = Vector128.Shuffle(sum, Vector128.Create(3u, 3, 3, 3));
        }
    }
}
