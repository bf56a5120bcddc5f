using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.LuceneNet;

/// <summary>A sorted column of a segment.</summary>
/// <param name="reader">The segment.</param>
/// <param name="name">The column's field.</param>
internal sealed class StringColumn(SegmentReader reader, string name) : IStringColumn
{
    private readonly string?[] _known = new string?[reader.GetSortedDocValues(name).ValueCount];

    public int Count => _known.Length;

    // Looking a value up walks a block of shared prefixes; those of hits are asked for again and again.
    public string this[int ordinal] => _known[ordinal] ??= LookUp(ordinal);

    // Lucene keeps one for each thread.
    private SortedDocValues Values => reader.GetSortedDocValues(name);

    public int Find(string value) => Math.Max(-1, Values.LookupTerm(new BytesRef(value)));

    private string LookUp(int ordinal)
    {
        var value = new BytesRef();
        Values.LookupOrd(ordinal, value);
        return value.Utf8ToString();
    }

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
