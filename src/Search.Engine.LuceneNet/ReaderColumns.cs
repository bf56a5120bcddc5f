using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.LuceneNet;

/// <summary>The columns of one reader over all its segments.</summary>
internal sealed class ReaderColumns
{
    private readonly IndexReader _reader;
    private readonly SortedDocValues? _groups;

    public ReaderColumns(IndexReader reader)
    {
        _reader = reader;
        _groups = MultiDocValues.GetSortedValues(reader, FieldNames.Group);
    }

    public int GroupCount => _groups?.ValueCount ?? 0;

    public int GroupOrdinal(int doc) => _groups?.GetOrd(doc) ?? -1;

    public string Group(int doc)
    {
        var value = new BytesRef();
        _groups?.Get(doc, value);
        return value.Utf8ToString();
    }

    public NumericDocValues? Numbers(string column) =>
        MultiDocValues.GetNumericValues(_reader, FieldNames.Number64(column));

    public SortedSetDocValues? Keywords(string column) =>
        MultiDocValues.GetSortedSetValues(_reader, FieldNames.Values(column));
}
