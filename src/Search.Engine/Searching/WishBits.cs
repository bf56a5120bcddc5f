namespace Search.Engine;

/// <summary>Which passages meet the wishes of a query, by the columns of their documents.</summary>
internal sealed class WishBits
{
    private readonly List<ulong[][]> _wishes = [];
    private readonly List<ulong[][]> _dates = [];
    private readonly ulong[][] _present;

    /// <param name="generation">The generation.</param>
    /// <param name="wishes">The conditions that are liked.</param>
    public WishBits(Generation generation, IReadOnlyList<Filter> wishes)
    {
        foreach (var wish in wishes)
        {
            // A day or a month picks few documents, a year is one wish among others.
            var isDate = wish is RangeFilter { From: { } from, To: { } to } && to - from < 100;
            (isDate ? _dates : _wishes).Add(Bits(generation, wish));
        }

        _present = Bits(generation, new KeywordFilter(IndexFields.Status, ["present"]));
    }

    public bool IsPresent(int segment, int doc) => Has(_present, segment, doc);

    public bool IsDated(int segment, int doc) => _dates.Exists(bits => Has(bits, segment, doc));

    /// <summary>Share of the wishes other than days and months that are met.</summary>
    public float Share(int segment, int doc) =>
        _wishes.Count == 0 ? 0 : _wishes.Count(bits => Has(bits, segment, doc)) / (float)_wishes.Count;

    private static bool Has(ulong[][] bits, int segment, int doc) => (bits[segment][doc >> 6] >> (doc & 63) & 1) != 0;

    private static ulong[][] Bits(Generation generation, Filter filter) =>
        [.. generation.Segments.Select(view => ColumnFilters.Bits(view.Segment, filter))];
}
