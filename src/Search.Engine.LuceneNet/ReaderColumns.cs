using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.LuceneNet;

/// <summary>The columns of one generation over all its segments. One thread at a time.</summary>
internal sealed class ReaderColumns
{
    private readonly AtomicReader _reader;
    private readonly SortedDocValues? _groups;
    private readonly BinaryDocValues? _ids;
    private readonly BytesRef _value = new();

    public ReaderColumns(AtomicReader reader)
    {
        _reader = reader;
        _groups = reader.GetSortedDocValues(FieldNames.Group);
        _ids = reader.GetBinaryDocValues(FieldNames.Id);
    }

    /// <summary>Documents, those of deleted passages that are not merged away yet included.</summary>
    public int GroupCount => _groups?.ValueCount ?? 0;

    /// <summary>The number of a passage's document.</summary>
    public int GroupOrdinal(int doc) => _groups?.GetOrd(doc) ?? -1;

    /// <summary>The key of a passage's document.</summary>
    public string Group(int doc)
    {
        _groups?.Get(doc, _value);
        return _groups is null ? "" : _value.Utf8ToString();
    }

    /// <summary>A passage's id.</summary>
    public string Id(int doc)
    {
        _ids?.Get(doc, _value);
        return _ids is null ? "" : _value.Utf8ToString();
    }

    /// <summary>A number column; null where no passage has it.</summary>
    public NumericDocValues? Numbers(string column) => _reader.GetNumericDocValues(FieldNames.Number64(column));

    /// <summary>A keyword column; null where no passage has it.</summary>
    public SortedSetDocValues? Keywords(string column) => _reader.GetSortedSetDocValues(FieldNames.Values(column));
}
