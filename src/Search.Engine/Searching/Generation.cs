using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using Search.Text;

namespace Search.Engine;

/// <summary>
/// A commit as searches see it, with what is computed of it once and shared by all its snapshots: found terms, filters,
/// document numbers, labels, the digest. Safe for many threads.
/// </summary>
internal sealed class Generation
{
    private const int MaxCachedFilters = 64;

    // Rarer words than so many others are no likely reading of a slip.
    private const int MostWords = 50_000;

    private static readonly ConditionalWeakTable<IIndexGeneration, Generation> Known = [];

    private readonly ConcurrentDictionary<string, ulong[][]> _filters = new(StringComparer.Ordinal);
    private readonly Lazy<GroupNumbers> _groups;
    private readonly Lazy<LiveHolders[]> _holders;
    private readonly Lazy<DocumentSet> _liveDocuments;
    private readonly Lazy<string> _digest;
    private readonly Lazy<Suggester> _suggester;
    private readonly Lazy<IReadOnlyList<FoundWord>> _vocabulary;
    private readonly Lazy<HashSet<string>> _signers;
    private readonly ulong[][]? _live;

    private Generation(IIndexGeneration stored, CoreSettings settings)
    {
        Number = stored.Number;
        Revision = stored.Revision;
        Options = settings.Options;
        Abbreviations = settings.Abbreviations;
        Segments = [.. stored.Segments.Select(s => new SegmentView(Segment.Of(s.Segment), s.Live, s.LiveDocs))];
        Terms = new TermResolver(Segments);
        _groups = new Lazy<GroupNumbers>(() => new GroupNumbers(Segments));
        _holders = new Lazy<LiveHolders[]>(() => [.. Segments.Select((view, s) => new LiveHolders(view, s, Groups))]);
        _liveDocuments = new Lazy<DocumentSet>(ReadLive);
        _digest = new Lazy<string>(() => ContentDigest.Of(Segments));
        _suggester = new Lazy<Suggester>(() => new Suggester(Segments, Terms));
        _vocabulary = new Lazy<IReadOnlyList<FoundWord>>(() => new TermExpander(Segments, Terms).Dictionary(MostWords));
        _signers = new Lazy<HashSet<string>>(ReadSigners);
        Passages = new ScratchPool<SearchScratch>(() => new SearchScratch(this));
        Documents = new ScratchPool<DocumentScratch>(() => new DocumentScratch(this));
        if (Segments.Any(v => v.LiveBits is not null))
        {
            _live = [.. Segments.Select(v => v.LiveBits ?? All(v.Segment.Ranges))];
        }
    }

    /// <summary>Grows with every commit and merge.</summary>
    public long Number { get; }

    /// <summary>The store's revision the commit mirrors.</summary>
    public long Revision { get; }

    /// <summary>The settings.</summary>
    public SearchEngineOptions Options { get; }

    /// <summary>The abbreviations that questions may use.</summary>
    public Abbreviations Abbreviations { get; }

    /// <summary>The segments.</summary>
    public IReadOnlyList<SegmentView> Segments { get; }

    /// <summary>The terms.</summary>
    public TermResolver Terms { get; }

    /// <summary>Document numbers across segments.</summary>
    public GroupNumbers Groups => _groups.Value;

    /// <summary>For each segment the documents with a live passage that hold a term.</summary>
    public IReadOnlyList<LiveHolders> Holders => _holders.Value;

    /// <summary>Documents with a live passage; not to be changed.</summary>
    public DocumentSet LiveDocuments => _liveDocuments.Value;

    /// <summary>Completes what is being typed.</summary>
    public Suggester Suggester => _suggester.Value;

    /// <summary>The words, the most frequent first, those of deleted passages counted too.</summary>
    public IReadOnlyList<FoundWord> Vocabulary => _vocabulary.Value;

    /// <summary>The names of those who signed, their words joined by hyphens: with their accents, and without.</summary>
    public IReadOnlySet<string> Signers => _signers.Value;

    /// <summary>The digest of the content.</summary>
    public string Digest => _digest.Value;

    /// <summary>Working memory of searches for passages.</summary>
    public ScratchPool<SearchScratch> Passages { get; }

    /// <summary>Working memory of searches for documents.</summary>
    public ScratchPool<DocumentScratch> Documents { get; }

    /// <summary>The generation of a commit, the same one for all its snapshots.</summary>
    public static Generation Of(IIndexGeneration stored, CoreSettings settings) =>
        Known.TryGetValue(stored, out var known) ? known : Known.GetValue(stored, s => new Generation(s, settings));

    private HashSet<string> ReadSigners()
    {
        var column = IndexFields.KeywordColumns.ToList().IndexOf(IndexFields.Signer);
        var signers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Segments.SelectMany(view => view.Segment.Keyword(column)?.Values ?? []))
        {
            var words = FieldAnalyzer.Shared.Analyze(name);
            if (words.Count > 1)
            {
                signers.Add(string.Join('-', words.Select(word => word.Exact)));
                signers.Add(string.Join('-', words.Select(word => word.Folded)));
            }
        }

        return signers;
    }

    /// <summary>Bits of the passages that are live and pass all filters; null for all.</summary>
    public ulong[][]? Allowed(IReadOnlyList<Filter> filters)
    {
        if (filters.Count == 0)
        {
            return _live;
        }

        var allowed = new ulong[Segments.Count][];
        for (var s = 0; s < allowed.Length; s++)
        {
            allowed[s] = new ulong[Segments[s].Segment.Ranges];
            if (_live is null)
            {
                Array.Fill(allowed[s], ulong.MaxValue);
            }
            else
            {
                _live[s].CopyTo(allowed[s], 0);
            }
        }

        foreach (var filter in filters)
        {
            var bits = FilterBits(filter);
            for (var s = 0; s < allowed.Length; s++)
            {
                for (var w = 0; w < allowed[s].Length; w++)
                {
                    allowed[s][w] &= bits[s][w];
                }
            }
        }

        return allowed;
    }

    /// <summary>Whether <see cref="Allowed"/> gave these bits because there were no filters.</summary>
    public bool IsLive(ulong[][] allowed) => ReferenceEquals(allowed, _live);

    /// <summary>Bits of the passages that a filter lets pass, deleted ones included; kept for the next one who asks.</summary>
    public ulong[][] FilterBits(Filter filter)
    {
        var key = filter.ToString();
        if (_filters.TryGetValue(key, out var bits))
        {
            return bits;
        }

        var meant = filter is KeywordFilter { IsPart: true, IsWholeFirst: true } keyword && keyword.Values.All(value => IsCarried(keyword.Column, value))
            ? keyword with { IsPart = false }
            : filter;
        bits = [.. Segments.Select(view => ColumnFilters.Bits(view.Segment, meant))];
        if (_filters.Count < MaxCachedFilters)
        {
            _filters.TryAdd(key, bits);
        }

        return bits;
    }

    private bool IsCarried(string column, string value)
    {
        var (number, form) = (IndexFields.KeywordColumns.ToList().IndexOf(column), KeywordForm.Of(value));
        return number >= 0 && Segments.SelectMany(view => view.Segment.Keyword(number)?.Values ?? [])
            .Any(carried => string.Equals(KeywordForm.Of(carried), form, StringComparison.Ordinal));
    }

    /// <summary>The documents of some passages.</summary>
    /// <param name="bits">For each segment a bit a passage.</param>
    public DocumentSet DocumentsOf(ulong[][] bits)
    {
        var set = new DocumentSet(Groups.Count);
        for (var s = 0; s < Segments.Count; s++)
        {
            var documents = Segments[s].Segment.Documents.All;
            var numbers = Groups.All(s);
            for (var w = 0; w < bits[s].Length; w++)
            {
                for (var word = bits[s][w]; word != 0; word &= word - 1)
                {
                    var doc = (w * Segment.RangeSize) + BitOperations.TrailingZeroCount(word);
                    if (doc < documents.Length)
                    {
                        set.Add(numbers[documents[doc]]);
                    }
                }
            }
        }

        return set;
    }

    private DocumentSet ReadLive()
    {
        var set = new DocumentSet(Groups.Count);
        foreach (var holders in Holders)
        {
            holders.AddAll(set);
        }

        return set;
    }

    private static ulong[] All(int ranges)
    {
        var bits = new ulong[ranges];
        Array.Fill(bits, ulong.MaxValue);
        return bits;
    }
}
