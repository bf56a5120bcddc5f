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
    private readonly long _texts;
    private readonly long _textOffsets;
    private readonly long _codes;
    private readonly KeywordColumn?[] _keywords;
    private readonly long[] _numbers;
    private int[]? _telling;
    private int _holders = 1;

    private Segment(BlockFile file)
    {
        _file = file;
        var header = file.Read(0, SegmentFormat.HeaderSize);
        Ranking = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        Docs = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        Rows = new ImpactRows(this);
        Terms = new TermDictionary(file);
        Pairs = new PairDictionary(file);
        Ids = new StringTable(file, SectionId.IdOffsets, SectionId.Ids);
        Groups = new StringTable(file, SectionId.GroupOffsets, SectionId.Groups);
        Labels = new StringTable(file, SectionId.LabelOffsets, SectionId.Labels);
        _lengths = file.Section(SectionId.Lengths).Offset;
        _hashes = file.Section(SectionId.Hashes).Offset;
        _docGroups = file.Section(SectionId.DocGroups).Offset;
        _docLabels = file.Section(SectionId.DocLabels).Offset;
        _texts = file.Section(SectionId.Texts).Offset;
        _textOffsets = file.Section(SectionId.TextOffsets).Offset;
        _codes = file.Section(SectionId.TermCodes).Offset;
        _keywords = new KeywordColumn?[IndexFields.KeywordColumns.Count];
        for (var i = 0; i < _keywords.Length; i++)
        {
            var first = (SectionId)((int)SectionId.KeywordColumns + (i * 4));
            if (file.Section(first).Length > 0)
            {
                _keywords[i] = new KeywordColumn(file, first);
            }
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

    /// <summary>Frequent lists, unpacked.</summary>
    public ImpactRows Rows { get; }

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

    /// <summary>Syllables of each text field of a passage.</summary>
    public ReadOnlySpan<int> Lengths(int doc)
    {
        var fields = IndexFields.TextFields.Count;
        return MemoryMarshal.Cast<byte, int>(_file.Read(_lengths + ((long)doc * fields * sizeof(int)), fields * sizeof(int)));
    }

    /// <summary>The text of a passage in codes, for a <see cref="ForwardReader"/>.</summary>
    public ReadOnlySpan<byte> Text(int doc)
    {
        var from = (uint)Int(_textOffsets, doc);
        return _file.Read(_texts + from, (int)((uint)Int(_textOffsets, doc + 1) - from));
    }

    /// <summary>The code of a term in <see cref="Text"/>.</summary>
    public int CodeOf(int ordinal) => Int(_codes, ordinal);

    /// <summary>
    /// For each code in <see cref="Text"/> the ordinal of its term, or -1 where the term tells nothing about what a
    /// passage is like: it stands in one passage only, or in too many. Made when first asked for.
    /// </summary>
    public int[] TellingTerms => _telling ??= MakeTellingTerms();

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
            if (compared == 0)
            {
                return doc;
            }

            if (compared < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return -1;
    }

    /// <summary>One holder more; false when the segment is already closed.</summary>
    public bool TryHold()
    {
        while (true)
        {
            var holders = Volatile.Read(ref _holders);
            if (holders == 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _holders, holders + 1, holders) == holders)
            {
                return true;
            }
        }
    }

    /// <summary>One holder less; the last one closes the file.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _file.Dispose();
        }
    }

    private int[] MakeTellingTerms()
    {
        const int Rarest = 2;
        const int CommonShare = 8;
        var most = Math.Max(64, Docs / CommonShare);
        var telling = new int[Terms.Count];
        for (var ordinal = 0; ordinal < telling.Length; ordinal++)
        {
            var count = Terms.Postings(ordinal).Count;
            telling[CodeOf(ordinal)] = count >= Rarest && count <= most ? ordinal : -1;
        }

        return telling;
    }

    private int Int(long section, int index) => BitConverter.ToInt32(_file.Read(section + ((long)index * sizeof(int)), sizeof(int)));
}
