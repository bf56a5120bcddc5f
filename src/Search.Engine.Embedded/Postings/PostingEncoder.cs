using System.Buffers.Binary;

namespace Search.Engine.Embedded;

/// <summary>
/// Writes postings. Layout: where there are several blocks, a directory of 9 bytes a block (last passage, offset
/// of the block after the directory, largest impact); then blocks of 128: bits of the gaps, smallest impact,
/// bits of the impacts, packed gaps less one, packed impacts. The last, shorter block is packed as a run.
/// </summary>
internal sealed class PostingEncoder
{
    /// <summary>Bytes of a directory entry.</summary>
    public const int DirectoryEntry = 9;

    /// <summary>Bytes before the packed data of a block.</summary>
    public const int BlockHeader = 3;

    private readonly uint[] _gaps = new uint[BitPacker.BlockSize];
    private readonly uint[] _levels = new uint[BitPacker.BlockSize];
    private byte[] _bytes = new byte[1 << 16];
    private int _length;

    /// <summary>The postings of the buffer as bytes, valid until the next call.</summary>
    public ReadOnlySpan<byte> EncodePostings(PostingBuffer postings)
    {
        _length = 0;
        var blocks = Blocks(postings.Count);
        var directory = blocks > 1 ? blocks * DirectoryEntry : 0;
        Take(directory);
        var previous = uint.MaxValue;
        for (var block = 0; block < blocks; block++)
        {
            var start = block * BitPacker.BlockSize;
            var count = Math.Min(BitPacker.BlockSize, postings.Count - start);
            var offset = _length - directory;
            var max = EncodeBlock(postings.Docs.AsSpan(start, count), postings.Impacts.AsSpan(start, count), previous);
            previous = postings.Docs[start + count - 1];
            if (directory == 0)
            {
                continue;
            }

            var entry = _bytes.AsSpan(block * DirectoryEntry);
            BinaryPrimitives.WriteUInt32LittleEndian(entry, previous);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], (uint)offset);
            entry[8] = (byte)max;
        }

        return _bytes.AsSpan(0, _length);
    }

    /// <summary>Blocks of a list.</summary>
    public static int Blocks(int count) => (count + BitPacker.BlockSize - 1) / BitPacker.BlockSize;

    private uint EncodeBlock(ReadOnlySpan<uint> docs, ReadOnlySpan<uint> impacts, uint previous)
    {
        uint min = uint.MaxValue, max = 0;
        foreach (var impact in impacts)
        {
            min = Math.Min(min, impact);
            max = Math.Max(max, impact);
        }

        for (var i = 0; i < docs.Length; i++)
        {
            _gaps[i] = docs[i] - previous - 1;
            previous = docs[i];
            _levels[i] = impacts[i] - min;
        }

        var gaps = _gaps.AsSpan(0, docs.Length);
        var levels = _levels.AsSpan(0, docs.Length);
        var header = Take(BlockHeader);
        var gapBits = BitPacker.BitsOf(gaps);
        var levelBits = BitPacker.BitsOf(levels);
        header[0] = (byte)gapBits;
        header[1] = (byte)min;
        header[2] = (byte)levelBits;
        Pack(gaps, gapBits);
        Pack(levels, levelBits);
        return max;
    }

    private void Pack(ReadOnlySpan<uint> values, int bits)
    {
        if (values.Length == BitPacker.BlockSize)
        {
            BitPacker.PackBlock(values, bits, Take(BitPacker.BlockBytes(bits)));
        }
        else
        {
            BitPacker.PackRun(values, bits, Take(BitPacker.RunBytes(values.Length, bits)));
        }
    }

    private Span<byte> Take(int count)
    {
        if (_length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_length + count, _bytes.Length * 2));
        }

        var span = _bytes.AsSpan(_length, count);
        _length += count;
        return span;
    }
}
