namespace Search.Engine;

/// <summary>The words of a query as the re-ranker needs them: distinct syllables, neighbors, and what each tells.</summary>
internal sealed class QueryProfile
{
    /// <summary>Distinct syllables past this number are not looked at: their numbers share a byte with a mark.</summary>
    public const int MaxWords = 126;

    private readonly short[] _pairs;
    private TermEntry[][][]? _wordTerms;
    private TermEntry[][][]? _pairTerms;

    /// <param name="length">Syllables of the query, repeated ones counted.</param>
    /// <param name="idf">What each distinct syllable tells; 0 for those that do not occur.</param>
    /// <param name="forms">For each syllable the exact forms that are it.</param>
    /// <param name="pairs">The neighbors in the query, by syllable numbers, with what each tells.</param>
    public QueryProfile(
        int length, float[] idf, string[][] forms, List<(int First, int Second, float Told)> pairs)
    {
        Length = length;
        Idf = idf;
        Forms = forms;
        PairIdf = new float[pairs.Count];
        Pairs = [.. pairs.Select(pair => (pair.First, pair.Second))];
        _pairs = new short[idf.Length * idf.Length];
        Array.Fill(_pairs, (short)-1);
        var number = 0;
        foreach (var (first, second, told) in pairs)
        {
            _pairs[(first * idf.Length) + second] = (short)number;
            PairIdf[number++] = told;
        }

        Sum = idf.Sum();
        PairSum = PairIdf.Sum();
    }

    /// <summary>Syllables of the query, repeated ones counted.</summary>
    public int Length { get; }

    /// <summary>What each distinct syllable tells.</summary>
    public float[] Idf { get; }

    /// <summary>For each syllable the exact forms that are it: its own, or every spelling.</summary>
    public string[][] Forms { get; }

    /// <summary>The distinct syllables as they were read.</summary>
    public string[] Words { get; init; } = [];

    /// <summary>Whether the query bears no accents, so that every spelling of its syllables is meant.</summary>
    public bool IsPlain { get; init; }

    /// <summary>The compounds, by the numbers of their syllables.</summary>
    public (int First, int Second)[] Pairs { get; }

    /// <summary>What each compound of the query tells.</summary>
    public float[] PairIdf { get; }

    /// <summary>Makes <see cref="WordTerms"/> when somebody asks: ranking passages does without.</summary>
    public Func<TermEntry[][][]> FindWordTerms { get; init; } = static () => [];

    /// <summary>Makes <see cref="PairTerms"/> when somebody asks.</summary>
    public Func<TermEntry[][][]> FindPairTerms { get; init; } = static () => [];

    /// <summary>For each distinct syllable its terms in every segment.</summary>
    public TermEntry[][][] WordTerms => _wordTerms ??= FindWordTerms();

    /// <summary>For each compound its terms in every segment.</summary>
    public TermEntry[][][] PairTerms => _pairTerms ??= FindPairTerms();

    /// <summary>What all distinct syllables tell together.</summary>
    public float Sum { get; }

    /// <summary>What all compounds tell together.</summary>
    public float PairSum { get; }

    /// <summary>The number of the compound of two syllables; -1 where they are no neighbors in the query.</summary>
    public int Pair(int first, int second) => _pairs[(first * Idf.Length) + second];
}
