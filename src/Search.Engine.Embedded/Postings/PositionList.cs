using System.Buffers.Binary;

namespace Search.Engine.Embedded;

/// <summary>Reads positions of one passage at a time. A view on mapped bytes.</summary>
/// <param name="bytes">The positions of a term.</param>
/// <param name="count">Passages in the term's list.</param>
internal readonly ref struct PositionList(ReadOnlySpan<byte> bytes, int count)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly int _count = count;

    /// <summary>The positions in the passage at an index of the term's list.</summary>
    /// <param name="index">Index in the list, not the passage number.</param>
    /// <param name="positions">Grown where needed; the first values are the positions, ascending.</param>
    /// <returns>How many there are.</returns>
    public int Read(int index, ref uint[] positions)
    {
        var blocks = PostingEncoder.Blocks(_count);
        var block = index / BitPacker.BlockSize;
        var offset = blocks > 1
            ? (blocks * sizeof(uint)) + (int)BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(block * sizeof(uint))..])
            : 0;
        var inBlock = Math.Min(BitPacker.BlockSize, _count - (block * BitPacker.BlockSize));
        int countBits = _bytes[offset];
        int deltaBits = _bytes[offset + 1];
        var counts = _bytes[(offset + 2)..];
        long before = 0;
        var local = index % BitPacker.BlockSize;
        if (countBits == 0) before = local;
        else for (var i = 0; i < local; i++) before += BitPacker.ReadRun(counts, countBits, i) + 1;
        var total = (int)Value(counts, countBits, local) + 1;
        if (positions.Length < total) Array.Resize(ref positions, Math.Max(total, positions.Length * 2));
        var deltas = counts[BitPacker.RunBytes(inBlock, countBits)..];
        uint position = 0;
        for (var i = 0; i < total; i++)
        {
            position += Value(deltas, deltaBits, before + i);
            positions[i] = position;
        }

        return total;
    }

    /// <summary>Appends the positions of every passage of a block to a buffer of counts and positions.</summary>
    /// <param name="block">Block of the term's list.</param>
    /// <param name="counts">Receives how many positions each passage has; 128 or more.</param>
    /// <param name="positions">Grown where needed; receives all positions, passage after passage.</param>
    public void ReadBlock(int block, Span<uint> counts, ref uint[] positions)
    {
        var blocks = PostingEncoder.Blocks(_count);
        var offset = blocks > 1
            ? (blocks * sizeof(uint)) + (int)BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(block * sizeof(uint))..])
            : 0;
        var inBlock = Math.Min(BitPacker.BlockSize, _count - (block * BitPacker.BlockSize));
        int countBits = _bytes[offset];
        int deltaBits = _bytes[offset + 1];
        var packed = _bytes[(offset + 2)..];
        BitPacker.UnpackRun(packed, countBits, counts[..inBlock]);
        var total = 0;
        for (var i = 0; i < inBlock; i++) total += (int)++counts[i];
        if (positions.Length < total) Array.Resize(ref positions, Math.Max(total, positions.Length * 2));
        BitPacker.UnpackRun(packed[BitPacker.RunBytes(inBlock, countBits)..], deltaBits, positions.AsSpan(0, total));
        var at = 0;
        for (var i = 0; i < inBlock; i++)
        {
            uint position = 0;
            for (var k = 0; k < counts[i]; k++, at++)
            {
                position += positions[at];
                positions[at] = position;
            }
        }
    }

    private static uint Value(ReadOnlySpan<byte> packed, int bits, long index) =>
        bits == 0 ? 0 : BitPacker.ReadRun(packed, bits, index);
}
