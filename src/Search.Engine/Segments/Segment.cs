using System.Runtime.CompilerServices;

namespace Search.Engine;

/// <summary>
/// A segment with what the scoring core keeps of it in memory: found terms, unpacked postings, rows, texts of passages,
/// columns. Made once for each <see cref="ISegment"/> and gone with it. Safe for many threads.
/// </summary>
internal sealed class Segment
{
    /// <summary>Passages of a range, the unit of live bits.</summary>
    public const int RangeSize = 64;

    private const int MaxTerms = 100_000;
    private const int PostingBytesPerPassage = 800;
    private const int TextBytesPerPassage = 1150;
    private const int LeastBudget = 4 << 20;
    private const long MostTextBytes = 48L << 20;
    private const long MostPostingBytes = 24L << 20;
    private const long MostTitleBytes = 32L << 20;

    private static readonly ConditionalWeakTable<ISegment, Segment> Known = [];

    private readonly ISegment _stored;
    private readonly TermCache _words;
    private readonly TermCache _pairs;
    private readonly RecentCache<TermEntry, PostingArrays> _postings;
    private readonly TextCache _texts;
    private readonly Lazy<DocumentColumn> _documents;
    private readonly Lazy<int[]> _ids;
    private readonly Lazy<int[]> _labels;
    private readonly Lazy<KeywordColumn?>[] _keywords;
    private readonly Lazy<long[]?>[] _numbers;

    private Segment(ISegment stored)
    {
        _stored = stored;
        Docs = stored.Docs;
        Ranges = (Docs + RangeSize - 1) / RangeSize;
        Rows = new ImpactRows(this);
        Holders = new DocumentRows(this, Docs);
        _words = new TermCache(stored, TermKind.Word, MaxTerms);
        _pairs = new TermCache(stored, TermKind.Pair, MaxTerms);
        _postings = new RecentCache<TermEntry, PostingArrays>(
            Math.Clamp((long)Docs * PostingBytesPerPassage, LeastBudget, MostPostingBytes), list => list.Size);
        _texts = new TextCache(stored, Math.Clamp((long)Docs * TextBytesPerPassage, LeastBudget, MostTextBytes));
        Titles = new TitleWords(stored, MostTitleBytes);
        _documents = new Lazy<DocumentColumn>(() => new DocumentColumn(stored.Groups));
        _ids = new Lazy<int[]>(stored.Ids.Ordinals);
        _labels = new Lazy<int[]>(stored.Labels.Ordinals);
        _keywords = [.. IndexFields.KeywordColumns.Select((_, c) => new Lazy<KeywordColumn?>(() => stored.Keywords(c)))];
        _numbers = [.. IndexFields.NumberColumns.Select((_, c) => new Lazy<long[]?>(() => stored.Numbers(c)))];
    }

    /// <summary>Passages, deleted ones counted.</summary>
    public int Docs { get; }

    /// <summary>Whole ranges of 64 passages.</summary>
    public int Ranges { get; }

    /// <summary>The files.</summary>
    public ISegment Stored => _stored;

    /// <summary>Frequent lists, unpacked.</summary>
    public ImpactRows Rows { get; }

    /// <summary>The documents that hold a term.</summary>
    public DocumentRows Holders { get; }

    /// <summary>The titles of the documents.</summary>
    public TitleWords Titles { get; }

    /// <summary>The documents of the passages.</summary>
    public DocumentColumn Documents => _documents.Value;

    /// <summary>The segment of some files, the same one for all generations that hold them.</summary>
    public static Segment Of(ISegment stored) => Known.GetValue(stored, static s => new Segment(s));

    /// <summary>Finds a term; null where the segment does not hold it.</summary>
    public TermEntry? Find(TermKind kind, ReadOnlySpan<byte> key) => (kind == TermKind.Word ? _words : _pairs).Find(key);

    /// <summary>
    /// Every term that begins so, in the order of their exact forms: impacts of spellings are joined one after another, and
    /// the order decides the last bit.
    /// </summary>
    public TermEntry[] FindAll(TermKind kind, ReadOnlySpan<byte> prefix)
    {
        var keys = new List<byte[]>();
        _stored.Scan(kind, prefix, (key, _) =>
        {
            keys.Add(key.ToArray());
            return true;
        });
        keys.Sort((a, b) => string.CompareOrdinal(TermKey.Exact(a), TermKey.Exact(b)));
        var found = new TermEntry[keys.Count];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = Find(kind, keys[i])!;
        }

        return found;
    }

    /// <summary>The postings of a term.</summary>
    public PostingArrays Postings(TermEntry term)
    {
        if (_postings.Find(term) is { } known)
        {
            return known;
        }

        var list = new PostingArrays(new int[term.Count], new byte[term.Count]);
        _stored.Decode(term, list.Docs, list.Impacts);
        _postings.Add(term, list);
        return list;
    }

    /// <summary>The postings of a term for one pass over them; those of a frequent one are read for it and not kept.</summary>
    public PostingPass Pass(TermEntry term) => _postings.Find(term) is { } known ? new PostingPass(known)
        : Rows.IsFrequent(term.Count) ? new PostingPass(_stored, term)
        : new PostingPass(Postings(term));

    /// <summary>The text of a passage, for <see cref="ForwardText.Open"/>.</summary>
    public byte[] Text(int doc) => _texts.Of(doc);

    /// <summary>A passage's id.</summary>
    public string IdOf(int doc) => _stored.Ids[_ids.Value[doc]];

    /// <summary>The place of a passage's id in the order of ids.</summary>
    public int IdOrder(int doc) => _ids.Value[doc];

    /// <summary>The key of a passage's document.</summary>
    public string GroupOf(int doc) => Documents.Key(Documents.Of(doc));

    /// <summary>Number of a passage's label.</summary>
    public int LabelOf(int doc) => _labels.Value[doc];

    /// <summary>A keyword column by its place in <see cref="IndexFields.KeywordColumns"/>; null where no passage has a value.</summary>
    public KeywordColumn? Keyword(int column) => _keywords[column].Value;

    /// <summary>A number, or <see cref="long.MinValue"/> where the passage has none.</summary>
    public long Number(int column, int doc) => _numbers[column].Value is { } numbers ? numbers[doc] : long.MinValue;
}
