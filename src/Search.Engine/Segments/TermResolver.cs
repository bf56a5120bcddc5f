using System.Collections.Concurrent;

namespace Search.Engine;

/// <summary>
/// Finds words, their spellings and pairs in every segment of a generation, and how many live passages hold them. What
/// was asked for once is kept. Safe for many threads.
/// </summary>
internal sealed class TermResolver(IReadOnlyList<SegmentView> views)
{
    private const int MaxKept = 100_000;

    private readonly ConcurrentDictionary<TermEntry, int>[] _live = [.. views.Select(_ => new ConcurrentDictionary<TermEntry, int>())];
    private ConcurrentDictionary<(string First, string Second, bool Any), ResolvedTerm> _known = new();
    private int _count;

    /// <summary>Live passages.</summary>
    public long Entries { get; } = views.Sum(v => (long)v.Live);

    /// <summary>Segments.</summary>
    public int Segments => views.Count;

    /// <summary>A word in its exact form.</summary>
    public ResolvedTerm Exact(string folded, string exact) => _known.TryGetValue((exact, "", false), out var known)
        ? known
        : Keep((exact, "", false), Find(TermKind.Word, TermKey.Of(folded, exact), exact));

    /// <summary>All spellings of a folded form.</summary>
    public ResolvedTerm Spellings(string folded) => _known.TryGetValue((folded, "", true), out var known)
        ? known
        : Keep((folded, "", true), FindAll(TermKind.Word, TermKey.Spellings(folded)));

    /// <summary>The pair of two words in their exact forms.</summary>
    public ResolvedTerm Pair(string foldedFirst, string exactFirst, string foldedSecond, string exactSecond) =>
        _known.TryGetValue((exactFirst, exactSecond, false), out var known)
            ? known
            : Keep((exactFirst, exactSecond, false), Find(
                TermKind.Pair, TermKey.OfPair(foldedFirst, foldedSecond, exactFirst, exactSecond), string.Concat(exactFirst, " ", exactSecond)));

    /// <summary>All pairs of two words' spellings.</summary>
    public ResolvedTerm PairSpellings(string foldedFirst, string foldedSecond) =>
        _known.TryGetValue((foldedFirst, foldedSecond, true), out var known)
            ? known
            : Keep((foldedFirst, foldedSecond, true), FindAll(TermKind.Pair, TermKey.PairSpellings(foldedFirst, foldedSecond)));

    /// <summary>The passages of the documents that a number names.</summary>
    public ResolvedTerm Number(string docketKey) => Find(TermKind.Word, TermKey.OfNumber(docketKey), docketKey);

    /// <summary>Live passages of a list in a segment, for one spelling.</summary>
    public int Frequency(int segment, TermEntry term)
    {
        var view = views[segment];
        if (view.LiveBits is null)
        {
            return term.Count;
        }

        if (_live[segment].TryGetValue(term, out var live))
        {
            return live;
        }

        using var postings = view.Segment.Pass(term);
        foreach (var doc in postings.Docs)
        {
            if (view.IsLive(doc))
            {
                live++;
            }
        }

        _live[segment].TryAdd(term, live);
        return live;
    }

    private ResolvedTerm Find(TermKind kind, byte[] key, string form)
    {
        var lists = new TermEntry[views.Count][];
        long frequency = 0;
        for (var s = 0; s < lists.Length; s++)
        {
            var term = views[s].Segment.Find(kind, key);
            lists[s] = term is null ? [] : [term];
            frequency += term is null ? 0 : Frequency(s, term);
        }

        return new ResolvedTerm(lists, frequency, frequency > 0 ? [form] : []);
    }

    private ResolvedTerm FindAll(TermKind kind, byte[] prefix)
    {
        var lists = new TermEntry[views.Count][];
        long frequency = 0;
        var forms = new SortedSet<string>(StringComparer.Ordinal);
        for (var s = 0; s < lists.Length; s++)
        {
            lists[s] = views[s].Segment.FindAll(kind, prefix);
            foreach (var term in lists[s])
            {
                frequency += Frequency(s, term);
                forms.Add(TermKey.Exact(term.Key));
            }
        }

        return new ResolvedTerm(lists, frequency, [.. forms]);
    }

    private ResolvedTerm Keep((string, string, bool) key, ResolvedTerm term)
    {
        if (Interlocked.Increment(ref _count) > MaxKept)
        {
            _known = new ConcurrentDictionary<(string, string, bool), ResolvedTerm>();
            _count = 0;
        }

        _known.TryAdd(key, term);
        return term;
    }
}
