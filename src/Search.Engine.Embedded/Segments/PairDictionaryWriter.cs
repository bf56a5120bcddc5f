using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>
/// Writes the dictionary of compounds: for each first syllable a group of second syllables. A group holds its
/// count, the offset of its postings, a skip entry (16 bytes) for every 64th compound, then for each compound the
/// gap to its second syllable, its passages, and either the one passage with its impact or the bytes of its
/// postings, which lie one after another in the file.
/// </summary>
internal sealed class PairDictionaryWriter
{
    private readonly MemoryStream _groups = new();
    private readonly MemoryStream _entries = new();
    private readonly List<ulong> _offsets = [];
    private readonly List<(uint Second, uint Entry, ulong Postings)> _skips = [];
    private int _first = -1;
    private int _count;
    private uint _last;
    private long _base = -1;
    private long _next;

    public void AddSingle(int first, int second, uint doc, byte impact)
    {
        Begin(first, second);
        Varint.Write(_entries, 1);
        Varint.Write(_entries, doc);
        _entries.WriteByte(impact);
    }

    public void Add(int first, int second, int count, long offset, int bytes)
    {
        if (first != _first)
        {
            EndGroup(first);
        }

        if (_base < 0)
        {
            _base = offset;
            _next = offset;
        }

        Begin(first, second);
        Varint.Write(_entries, (ulong)count);
        Varint.Write(_entries, (ulong)bytes);
        _next = offset + bytes;
    }

    public void Write(BlockFileWriter file, int terms)
    {
        EndGroup(terms);
        file.Section(SectionId.PairGroups, _groups.GetBuffer().AsSpan(0, (int)_groups.Length));
        file.Section(SectionId.PairGroupOffsets, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_offsets)));
    }

    private void Begin(int first, int second)
    {
        if (first != _first)
        {
            EndGroup(first);
        }

        if (_count > 0 && _count % SegmentWriter.PairsPerSkip == 0)
        {
            _skips.Add((_last, (uint)_entries.Length, (ulong)Math.Max(0, _next - Math.Max(0, _base))));
        }

        Varint.Write(_entries, (uint)second - _last);
        _last = (uint)second;
        _count++;
    }

    // Closes the open group and opens empty ones up to the next first syllable, so that offsets are indexed by it.
    private void EndGroup(int next)
    {
        if (_first >= 0)
        {
            CloseGroup();
        }

        while (_offsets.Count <= next)
        {
            _offsets.Add((ulong)_groups.Length);
        }

        _first = next;
        _count = 0;
        _last = 0;
        _base = -1;
        _next = 0;
        _entries.SetLength(0);
        _skips.Clear();
    }

    private void CloseGroup()
    {
        if (_count == 0)
        {
            return;
        }

        Varint.Write(_groups, (ulong)_count);
        Varint.Write(_groups, (ulong)Math.Max(0, _base));
        Span<byte> skip = stackalloc byte[16];
        foreach (var (second, entry, postings) in _skips)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(skip, second);
            BinaryPrimitives.WriteUInt32LittleEndian(skip[4..], entry);
            BinaryPrimitives.WriteUInt64LittleEndian(skip[8..], postings);
            _groups.Write(skip);
        }

        _groups.Write(_entries.GetBuffer().AsSpan(0, (int)_entries.Length));
    }
}
