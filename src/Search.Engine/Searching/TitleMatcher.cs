namespace Search.Engine;

/// <summary>
/// Compares titles with the words of a query that tell its subject: those that mean a type, an issuer, a place or a date are
/// looked for in the columns, and a title that names the place is not nearer to the subject for it.
/// </summary>
internal sealed class TitleMatcher
{
    private readonly IReadOnlyList<SegmentView> _views;
    private readonly QueryProfile? _query;
    private readonly SegmentWords[] _segments;
    private readonly float _sum;

    /// <param name="views">The segments.</param>
    /// <param name="query">The words; null where the query has none.</param>
    /// <param name="meant">The words that mean something else than the subject.</param>
    public TitleMatcher(IReadOnlyList<SegmentView> views, QueryProfile? query, IReadOnlySet<int>? meant)
    {
        (_views, _query) = (views, query);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var w = 0; query is not null && w < query.Forms.Length; w++)
        {
            if (meant?.Contains(w) == true)
            {
                continue;
            }

            _sum += query.Idf[w];
            foreach (var form in query.Forms[w])
            {
                words.TryAdd(form, w);
            }
        }

        _segments = [.. views.Select(view => new SegmentWords(view.Segment.Titles.Current, words))];
    }

    /// <summary>Fills in the features of the title of a passage's document.</summary>
    /// <param name="segment">The passage's segment.</param>
    /// <param name="doc">The passage.</param>
    /// <param name="features">The document's features.</param>
    public void Measure(int segment, int doc, Span<float> features)
    {
        var own = _segments[segment];
        var hasTitle = own.Titles.TryRead(_views[segment].Segment.LabelOf(doc), out var title);
        features[(int)DocumentFeature.HasTitle] = hasTitle ? 1 : 0;
        if (!hasTitle || _sum <= 0 || _query is not { } query)
        {
            return;
        }

        var idf = query.Idf;
        Span<bool> seen = stackalloc bool[idf.Length];
        var (before, held) = (-1, 0);
        float coverage = 0, run = 0, best = 0;
        foreach (var number in title)
        {
            if (!own.TryFind(number, out var word))
            {
                before = -1;
                run = 0;
                continue;
            }

            held++;
            if (!seen[word])
            {
                seen[word] = true;
                coverage += idf[word];
            }

            run = before >= 0 && query.Pair(before, word) >= 0 ? run + idf[word] : idf[word];
            best = Math.Max(best, run);
            before = word;
        }

        features[(int)DocumentFeature.TitleCoverage] = coverage / _sum;
        features[(int)DocumentFeature.TitlePrecision] = held / (title.Length + 2f);
        features[(int)DocumentFeature.TitleRun] = Math.Min(1, best / _sum);
    }

    // The words of the query by their numbers in the titles of a segment. Most words of a title are none of them: a bit tells.
    private sealed class SegmentWords
    {
        private const int Bits = 4096;

        private readonly Dictionary<int, int> _words;
        private readonly ulong[] _bits = new ulong[Bits / 64];

        public SegmentWords(TitleWords.Table titles, Dictionary<string, int> words)
        {
            Titles = titles;
            _words = new Dictionary<int, int>(words.Count);
            foreach (var (form, word) in words)
            {
                var number = titles.NumberOf(form);
                _words[number] = word;
                _bits[(number & (Bits - 1)) >> 6] |= 1UL << (number & 63);
            }
        }

        public TitleWords.Table Titles { get; }

        public bool TryFind(int number, out int word)
        {
            word = -1;
            return (_bits[(number & (Bits - 1)) >> 6] >> (number & 63) & 1) != 0 && _words.TryGetValue(number, out word);
        }
    }
}
