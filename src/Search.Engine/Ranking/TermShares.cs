namespace Search.Engine;

/// <summary>How many of the passages found hold each term of a question: what nearly all hold tells nothing between them.</summary>
internal sealed class TermShares
{
    /// <summary>So many of the best passages are counted.</summary>
    public const int Depth = 40;

    private int[] _words = [];
    private int[] _pairs = [];
    private int[] _lastWord = [];
    private int[] _lastPair = [];
    private QueryProfile _query = null!;
    private int _passages;

    /// <summary>Begins with a query.</summary>
    public void Begin(QueryProfile query)
    {
        _query = query;
        _passages = 0;
        Clear(ref _words, ref _lastWord, query.Idf.Length);
        Clear(ref _pairs, ref _lastPair, query.PairIdf.Length);
    }

    /// <summary>Counts a passage.</summary>
    /// <param name="title">Number + 1 of the query's syllable at each place, 0 for others.</param>
    /// <param name="headings">The same for the headings.</param>
    /// <param name="body">The same for the body, with <see cref="PassageScan.LineMark"/>.</param>
    public void Add(ReadOnlySpan<byte> title, ReadOnlySpan<byte> headings, ReadOnlySpan<byte> body)
    {
        _passages++;
        Scan(title);
        Scan(headings);
        Scan(body);
    }

    /// <summary>Share of the passages that hold a syllable.</summary>
    public float OfWord(int word) => _words[word] / (float)Math.Max(1, _passages);

    /// <summary>Share of the passages that hold a compound.</summary>
    public float OfPair(int pair) => _pairs[pair] / (float)Math.Max(1, _passages);

    private static void Clear(ref int[] counts, ref int[] last, int length)
    {
        if (counts.Length < length)
        {
            (counts, last) = (new int[length], new int[length]);
        }

        Array.Clear(counts);
        Array.Clear(last);
    }

    private void Scan(ReadOnlySpan<byte> places)
    {
        var before = -1;
        foreach (var place in places)
        {
            var word = (place & ~PassageScan.LineMark) - 1;
            if (word >= 0)
            {
                if (_lastWord[word] != _passages)
                {
                    _lastWord[word] = _passages;
                    _words[word]++;
                }

                if (before >= 0 && _query.Pair(before, word) is >= 0 and var pair && _lastPair[pair] != _passages)
                {
                    _lastPair[pair] = _passages;
                    _pairs[pair]++;
                }
            }

            before = word;
        }
    }
}
