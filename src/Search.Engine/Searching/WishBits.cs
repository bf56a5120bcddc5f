namespace Search.Engine;

/// <summary>Which passages meet the wishes of a query, by the columns of their documents.</summary>
internal sealed class WishBits
{
    private static readonly Filter Presence = new KeywordFilter(IndexFields.Status, ["present"]);
    private static readonly Filter Annexes = new RangeFilter(IndexFields.Annex, 1, 1);
    private static readonly Filter Words = new KeywordFilter(IndexFields.Status, ["present", "abstract"]);

    private readonly List<ulong[][]> _wishes = [];
    private readonly List<ulong[][]> _dates = [];
    private readonly ulong[][] _present;
    private readonly ulong[][] _words;
    private readonly ulong[][] _annexes;

    /// <param name="generation">The generation.</param>
    /// <param name="wishes">The conditions that are liked.</param>
    public WishBits(Generation generation, IReadOnlyList<Filter> wishes)
    {
        foreach (var wish in wishes)
        {
            // A day or a month picks few documents, a year is one wish among others.
            var isDate = wish is RangeFilter { From: { } from, To: { } to } && to - from < 100;
            (isDate ? _dates : _wishes).Add(generation.FilterBits(wish));
        }

        _present = generation.FilterBits(Presence);
        _words = generation.FilterBits(Words);
        _annexes = generation.FilterBits(Annexes);
    }

    public bool IsPresent(int segment, int doc) => Has(_present, segment, doc);

    /// <summary>Whether the words of a passage are the document's own, its text or an abstract, and not those of papers that cite it.</summary>
    public bool HasWords(int segment, int doc) => Has(_words, segment, doc);

    /// <summary>Whether a passage is no running text of its document: one of an annex, or words of papers that cite it.</summary>
    public bool IsAside(int segment, int doc) => !HasWords(segment, doc) || Has(_annexes, segment, doc);

    /// <summary>For each wish for a day or a month the passages that meet it.</summary>
    public IReadOnlyList<ulong[][]> Dates => _dates;

    public bool IsDated(int segment, int doc)
    {
        foreach (var bits in _dates)
        {
            if (Has(bits, segment, doc))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Share of the wishes other than days and months that are met.</summary>
    public float Share(int segment, int doc)
    {
        var met = 0;
        foreach (var bits in _wishes)
        {
            met += Has(bits, segment, doc) ? 1 : 0;
        }

        return met == 0 ? 0 : met / (float)_wishes.Count;
    }

    private static bool Has(ulong[][] bits, int segment, int doc) => (bits[segment][doc >> 6] >> (doc & 63) & 1) != 0;
}
