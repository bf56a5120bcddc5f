using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.LuceneNet;

/// <summary>A sorted column of a segment.</summary>
/// <param name="reader">The segment.</param>
/// <param name="name">The column's field.</param>
internal sealed class StringColumn(SegmentReader reader, string name) : IStringColumn
{
    public int Count { get; } = reader.GetSortedDocValues(name).ValueCount;

    public string this[int ordinal]
    {
        get
        {
            var value = new BytesRef();
            Values.LookupOrd(ordinal, value);
            return value.Utf8ToString();
        }
    }

    // Lucene keeps one for each thread.
    private SortedDocValues Values => reader.GetSortedDocValues(name);

    public int Find(string value) => Math.Max(-1, Values.LookupTerm(new BytesRef(value)));

    public int[] Ordinals()
    {
        var values = Values;
        var ordinals = new int[reader.MaxDoc];
        for (var doc = 0; doc < ordinals.Length; doc++)
        {
            ordinals[doc] = values.GetOrd(doc);
        }

        return ordinals;
    }
}
