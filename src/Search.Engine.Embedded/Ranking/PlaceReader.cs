using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>
/// Lays out where the syllables of a query stand in some passages of one segment: a byte for each place of a
/// passage, 0 or the number of the syllable + 1, with <see cref="PassageScan.LineMark"/> where a line of the body
/// begins. Holds scratch memory; one thread at a time.
/// </summary>
internal sealed class PlaceReader
{
    private readonly uint[] _blockDocs = new uint[BitPacker.BlockSize];
    private readonly uint[] _blockImpacts = new uint[BitPacker.BlockSize];
    private uint[] _positions = new uint[256];
    private byte[] _places = [];
    private int[] _starts = [];
    private Segment _segment = null!;

    /// <summary>Reads passages.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="number">Its number.</param>
    /// <param name="docs">The passages, ascending.</param>
    /// <param name="query">The query.</param>
    public void Read(Segment segment, int number, ReadOnlySpan<int> docs, QueryProfile query)
    {
        _segment = segment;
        LayOut(docs);
        for (var i = 0; i < docs.Length; i++) MarkLines(docs[i], i);
        for (var word = 0; word < query.Postings.Length; word++)
        {
            foreach (var list in query.Postings[word][number]) Mark(list, docs, (byte)(word + 1));
        }
    }

    /// <summary>The places of one field of the passage at an index of the last <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Field(int index, int doc, int field)
    {
        var lengths = _segment.Lengths(doc);
        var start = _starts[index];
        for (var f = 0; f < field; f++) start += lengths[f] + 1;
        var length = field == LineStarts.Field ? Math.Min(lengths[field], RankingConstants.RerankedSyllables) : lengths[field];
        return _places.AsSpan(start, length);
    }

    private void LayOut(ReadOnlySpan<int> docs)
    {
        if (_starts.Length < docs.Length + 1) _starts = new int[docs.Length + 1];
        for (var i = 0; i < docs.Length; i++)
        {
            var lengths = _segment.Lengths(docs[i]);
            _starts[i + 1] = _starts[i] + BodyStart(lengths) + Math.Min(lengths[LineStarts.Field], RankingConstants.RerankedSyllables);
        }

        var size = _starts[docs.Length];
        if (_places.Length < size) _places = new byte[Math.Max(size, _places.Length * 2)];
        else Array.Clear(_places, 0, size);
    }

    private static int BodyStart(ReadOnlySpan<int> lengths)
    {
        // One hole after each field.
        var start = 0;
        for (var f = 0; f < LineStarts.Field; f++) start += lengths[f] + 1;
        return start;
    }

    private void MarkLines(int doc, int index)
    {
        var at = _starts[index] + BodyStart(_segment.Lengths(doc));
        foreach (var gap in _segment.LineStartBytes(doc))
        {
            at += gap;
            if (gap != byte.MaxValue) _places[at] = PassageScan.LineMark;
        }
    }

    private void Mark(in PostingRef list, ReadOnlySpan<int> docs, byte value)
    {
        if (list.PositionBytes == 0) return;
        var postings = _segment.Postings(list);
        var positions = _segment.Positions(list);
        int block = -1, count = 0, at = 0;
        for (var i = 0; i < docs.Length; i++)
        {
            var doc = (uint)docs[i];
            if (block < 0 || _blockDocs[count - 1] < doc)
            {
                block = postings.FindBlock(block + 1, doc);
                if (block >= postings.Blocks) return;
                count = postings.Decode(block, _blockDocs, _blockImpacts);
                at = 0;
            }

            while (at < count && _blockDocs[at] < doc) at++;
            if (at == count || _blockDocs[at] != doc) continue;
            var found = positions.Read((block * BitPacker.BlockSize) + at, ref _positions);
            ref var start = ref MemoryMarshal.GetArrayDataReference(_places);
            var (first, end) = (_starts[i], _starts[i + 1]);
            for (var p = 0; p < found; p++)
            {
                var place = first + (int)_positions[p];
                if (place >= end) break;

                // Spellings of two words of the query may be the same; the first word keeps the place.
                ref var known = ref Unsafe.Add(ref start, place);
                if ((known & ~PassageScan.LineMark) == 0) known |= value;
            }
        }
    }
}
