using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>Terms in blocks of 16 that share prefixes, found by binary search over the blocks' first keys.</summary>
internal sealed class TermDictionary
{
    private readonly BlockFile _file;
    private readonly long _blocks;
    private readonly int _blockBytes;
    private readonly long _offsets;
    private readonly int _blockCount;
    private readonly long _records;

    public TermDictionary(BlockFile file)
    {
        _file = file;
        (_blocks, var bytes) = file.Section(SectionId.TermBlocks);
        _blockBytes = checked((int)bytes);
        (_offsets, var offsetBytes) = file.Section(SectionId.TermBlockOffsets);
        _blockCount = (int)(offsetBytes / sizeof(uint));
        (_records, var recordBytes) = file.Section(SectionId.TermRecords);
        Count = (int)(recordBytes / Unsafe.SizeOf<TermRecord>());
        file.Read(_blocks, _blockBytes);
        file.Read(_offsets, (int)offsetBytes);
        file.Read(_records, checked((int)recordBytes));
    }

    /// <summary>Terms.</summary>
    public int Count { get; }

    /// <summary>Where a term's postings lie.</summary>
    public PostingRef Postings(int ordinal)
    {
        var size = Unsafe.SizeOf<TermRecord>();
        return MemoryMarshal.Read<TermRecord>(_file.ReadAgain(_records + ((long)ordinal * size), size)).ToRef();
    }

    /// <summary>Ordinal of a key, or -1.</summary>
    public int Find(ReadOnlySpan<byte> key)
    {
        var cursor = Seek(key);
        return cursor.IsValid && cursor.Key.SequenceEqual(key) ? cursor.Ordinal : -1;
    }

    /// <summary>The first term at or after a key.</summary>
    public TermCursor Seek(ReadOnlySpan<byte> key)
    {
        int low = 0, high = _blockCount;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (FirstKey(middle).SequenceCompareTo(key) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var block = Math.Max(0, low - 1);
        var cursor = At(block);
        while (cursor.IsValid && cursor.Key.SequenceCompareTo(key) < 0)
        {
            cursor.MoveNext();
        }

        return cursor;
    }

    /// <summary>The first term.</summary>
    public TermCursor First() => At(0);

    /// <summary>The key of an ordinal.</summary>
    public byte[] Key(int ordinal)
    {
        var cursor = At(ordinal / SegmentWriter.TermsPerBlock);
        while (cursor.Ordinal < ordinal)
        {
            cursor.MoveNext();
        }

        return cursor.Key.ToArray();
    }

    /// <summary>The keys of the block that holds an ordinal, for walks that outlive a span.</summary>
    public void ReadBlock(int ordinal, List<byte[]> keys, ref int at)
    {
        keys.Clear();
        var block = ordinal / SegmentWriter.TermsPerBlock;
        var end = Math.Min(Count, (block + 1) * SegmentWriter.TermsPerBlock);
        var cursor = At(block);
        for (var i = block * SegmentWriter.TermsPerBlock; i < end; i++)
        {
            keys.Add(cursor.Key.ToArray());
            cursor.MoveNext();
        }

        at = ordinal % SegmentWriter.TermsPerBlock;
    }

    private TermCursor At(int block)
    {
        if (Count == 0)
        {
            return new TermCursor([], 0, 0);
        }

        var start = BlockStart(block);
        return new TermCursor(_file.ReadAgain(_blocks + start, _blockBytes - start), block * SegmentWriter.TermsPerBlock, Count);
    }

    private ReadOnlySpan<byte> FirstKey(int block)
    {
        var bytes = _file.ReadAgain(_blocks + BlockStart(block), _blockBytes - BlockStart(block));
        var at = 0;
        Varint.Read(bytes, ref at);
        var length = (int)Varint.Read(bytes, ref at);
        return bytes.Slice(at, length);
    }

    private int BlockStart(int block) =>
        BitConverter.ToInt32(_file.ReadAgain(_offsets + ((long)block * sizeof(uint)), sizeof(uint)));
}
