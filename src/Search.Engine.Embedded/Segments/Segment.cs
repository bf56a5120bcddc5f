using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>An open segment. Immutable; shared by snapshots and closed when the last one lets go.</summary>
internal sealed class Segment : IDisposable
{
    private readonly BlockFile _file;
    private readonly long _lengths;
    private readonly long _hashes;
    private readonly long _docGroups;
    private readonly long _docLabels;
    private readonly long _lines;
    private readonly long _lineOffsets;
    private readonly long _rangeMaxima;
    private readonly KeywordColumn?[] _keywords;
    private readonly long[] _numbers;
    private int _holders = 1;

    private Segment(BlockFile file)
    {
        _file = file;
        var header = file.Read(0, SegmentFormat.HeaderSize);
        Ranking = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        Docs = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        Terms = new TermDictionary(file);
        Pairs = new PairDictionary(file);
        Ids = new StringTable(file, SectionId.IdOffsets, SectionId.Ids);
        Groups = new StringTable(file, SectionId.GroupOffsets, SectionId.Groups);
        Labels = new StringTable(file, SectionId.LabelOffsets, SectionId.Labels);
        _lengths = file.Section(SectionId.Lengths).Offset;
        _hashes = file.Section(SectionId.Hashes).Offset;
        _docGroups = file.Section(SectionId.DocGroups).Offset;
        _docLabels = file.Section(SectionId.DocLabels).Offset;
        _lines = file.Section(SectionId.LineStarts).Offset;
        _lineOffsets = file.Section(SectionId.LineStartOffsets).Offset;
        _rangeMaxima = file.Section(SectionId.RangeMaxima).Offset;
        _keywords = new KeywordColumn?[IndexFields.KeywordColumns.Count];
        for (var i = 0; i < _keywords.Length; i++)
        {
            var first = (SectionId)((int)SectionId.KeywordColumns + (i * 4));
            if (file.Section(first).Length > 0) _keywords[i] = new KeywordColumn(file, first);
        }

        _numbers = new long[IndexFields.NumberColumns.Count];
        for (var i = 0; i < _numbers.Length; i++)
        {
            var (offset, length) = file.Section((SectionId)((int)SectionId.NumberColumns + i));
            _numbers[i] = length > 0 ? offset : -1;
        }
    }

    /// <summary>File name.</summary>
    public string Name => _file.Name;

    /// <summary>The file.</summary>
    public BlockFile File => _file;

    /// <summary>Fingerprint of the constants its impacts were computed with.</summary>
    public uint Ranking { get; }

    /// <summary>Passages, deleted ones counted.</summary>
    public int Docs { get; }

    public TermDictionary Terms { get; }

    public PairDictionary Pairs { get; }

    /// <summary>Passage ids by passage number.</summary>
    public StringTable Ids { get; }

    /// <summary>Document keys, sorted.</summary>
    public StringTable Groups { get; }

    /// <summary>Number and title of documents, sorted, each once.</summary>
    public StringTable Labels { get; }

    public static Segment Open(string path)
    {
        var file = BlockFile.Open(path);
        try
        {
            return new Segment(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Postings of a list that is not kept in the dictionary itself.</summary>
    public PostingList Postings(in PostingRef list) => new(_file.Read(list.Offset, list.Bytes), list.Count);

    /// <summary>Positions of a list that has some.</summary>
    public PositionList Positions(in PostingRef list) =>
        new(_file.Read(list.Offset + list.Bytes, list.PositionBytes), list.Count);

    /// <summary>Largest impact in each range of 64 passages, for a list with a row of them.</summary>
    public ReadOnlySpan<byte> RangeMaxima(int row)
    {
        var ranges = SegmentFormat.Ranges(Docs);
        return _file.Read(_rangeMaxima + ((long)row * ranges), ranges);
    }

    /// <summary>Largest impact in one range; <see cref="RangeMaxima"/> has checked the row before.</summary>
    public byte RangeMaximum(int row, int range) =>
        _file.ReadAgain(_rangeMaxima + ((long)row * SegmentFormat.Ranges(Docs)) + range, 1)[0];

    /// <summary>Syllables of each text field of a passage.</summary>
    public ReadOnlySpan<int> Lengths(int doc)
    {
        var fields = IndexFields.TextFields.Count;
        return MemoryMarshal.Cast<byte, int>(_file.Read(_lengths + ((long)doc * fields * sizeof(int)), fields * sizeof(int)));
    }

    /// <summary>Where lines of a passage's body start, as <see cref="LineStarts"/> packs them.</summary>
    public ReadOnlySpan<byte> LineStartBytes(int doc)
    {
        var from = Int(_lineOffsets, doc);
        return _file.Read(_lines + from, Int(_lineOffsets, doc + 1) - from);
    }

    /// <summary>Content hash of a passage.</summary>
    public ReadOnlySpan<byte> Hash(int doc) => _file.Read(_hashes + ((long)doc * DocTable.HashSize), DocTable.HashSize);

    /// <summary>Number of a passage's document in <see cref="Groups"/>.</summary>
    public int GroupOf(int doc) => Int(_docGroups, doc);

    /// <summary>Number of a passage's label in <see cref="Labels"/>.</summary>
    public int LabelOf(int doc) => Int(_docLabels, doc);

    /// <summary>Passages of a document, ascending.</summary>
    public ReadOnlySpan<int> DocsOfGroup(int group)
    {
        var starts = _file.Section(SectionId.GroupStarts).Offset;
        var from = Int(starts, group);
        var to = Int(starts, group + 1);
        return MemoryMarshal.Cast<byte, int>(
            _file.Read(_file.Section(SectionId.GroupDocs).Offset + ((long)from * sizeof(int)), (to - from) * sizeof(int)));
    }

    /// <summary>A keyword column by its place in <see cref="IndexFields.KeywordColumns"/>; null where no passage has a value.</summary>
    public KeywordColumn? Keyword(int column) => _keywords[column];

    /// <summary>A number, or <see cref="long.MinValue"/> where the passage has none.</summary>
    public long Number(int column, int doc) =>
        _numbers[column] < 0 ? long.MinValue : BitConverter.ToInt64(_file.Read(_numbers[column] + ((long)doc * sizeof(long)), sizeof(long)));

    /// <summary>Number of the passage with an id, or -1.</summary>
    public int FindId(string id)
    {
        var order = _file.Section(SectionId.IdOrder).Offset;
        int low = 0, high = Docs - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var doc = Int(order, middle);
            var compared = string.CompareOrdinal(Ids[doc], id);
            if (compared == 0) return doc;
            if (compared < 0) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    /// <summary>One holder more; false when the segment is already closed.</summary>
    public bool TryHold()
    {
        while (true)
        {
            var holders = Volatile.Read(ref _holders);
            if (holders == 0) return false;
            if (Interlocked.CompareExchange(ref _holders, holders + 1, holders) == holders) return true;
        }
    }

    /// <summary>One holder less; the last one closes the file.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _holders) == 0) _file.Dispose();
    }

    private int Int(long section, int index) => BitConverter.ToInt32(_file.Read(section + ((long)index * sizeof(int)), sizeof(int)));
}
