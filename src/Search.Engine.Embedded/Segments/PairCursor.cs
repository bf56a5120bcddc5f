using System.Buffers.Binary;

namespace Search.Engine.Embedded;

/// <summary>Walks the compounds of one first syllable.</summary>
internal ref struct PairCursor
{
    private const int SkipSize = 16;

    private readonly ReadOnlySpan<byte> _skips;
    private readonly ReadOnlySpan<byte> _entries;
    private readonly int _count;
    private readonly long _base;
    private int _at;
    private int _next;
    private long _postings;

    public PairCursor(ReadOnlySpan<byte> group)
    {
        var at = 0;
        _count = (int)Varint.Read(group, ref at);
        _base = (long)Varint.Read(group, ref at);
        var skips = (_count - 1) / SegmentWriter.PairsPerSkip * SkipSize;
        _skips = group.Slice(at, skips);
        _entries = group[(at + skips)..];
    }

    /// <summary>Ordinal of the second syllable.</summary>
    public uint Second { get; private set; }

    /// <summary>Postings of the compound.</summary>
    public PostingRef Postings { get; private set; }

    /// <summary>Moves near a second syllable, never past it.</summary>
    public void SkipTo(uint second)
    {
        int low = 0, high = _skips.Length / SkipSize;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (BinaryPrimitives.ReadUInt32LittleEndian(_skips[(middle * SkipSize)..]) < second)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        if (low == 0)
        {
            return;
        }

        var skip = _skips[((low - 1) * SkipSize)..];
        Second = BinaryPrimitives.ReadUInt32LittleEndian(skip);
        _at = (int)BinaryPrimitives.ReadUInt32LittleEndian(skip[4..]);
        _postings = BinaryPrimitives.ReadInt64LittleEndian(skip[8..]);
        _next = low * SegmentWriter.PairsPerSkip;
    }

    public bool MoveNext()
    {
        if (_next >= _count)
        {
            return false;
        }

        _next++;
        Second += (uint)Varint.Read(_entries, ref _at);
        var count = (int)Varint.Read(_entries, ref _at);
        if (count == 1)
        {
            var doc = (long)Varint.Read(_entries, ref _at);
            Postings = new PostingRef(1, doc, 0, _entries[_at++]);
            return true;
        }

        var bytes = (int)Varint.Read(_entries, ref _at);
        Postings = new PostingRef(count, _base + _postings, bytes, 0);
        _postings += bytes;
        return true;
    }
}
