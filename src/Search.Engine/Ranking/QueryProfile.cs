namespace Search.Engine;

/// <summary>
/// The words of a query as the re-ranker needs them: distinct syllables, neighbors, and what each tells. Belongs to the
/// <see cref="WordsCompiler"/> that fills it in, and holds until the compiler reads other words.
/// </summary>
/// <param name="words">The compiler.</param>
internal sealed class QueryProfile(WordsCompiler words)
{
    /// <summary>Distinct syllables past this number are not looked at: their numbers share a byte with a mark.</summary>
    public const int MaxWords = 126;

    private float[] _idf = [];
    private string[][] _forms = [];
    private string[] _names = [];
    private float[] _pairIdf = [];
    private (int First, int Second)[] _neighbors = [];
    private short[] _pairs = [];
    private int _words;
    private int _compounds;
    private TermEntry[][][]? _wordTerms;
    private TermEntry[][][]? _pairTerms;

    /// <summary>Syllables of the query, repeated ones counted.</summary>
    public int Length { get; private set; }

    /// <summary>What each distinct syllable tells; 0 for those that do not occur.</summary>
    public ReadOnlySpan<float> Idf => _idf.AsSpan(0, _words);

    /// <summary>For each syllable the exact forms that are it: its own, or every spelling.</summary>
    public ReadOnlySpan<string[]> Forms => _forms.AsSpan(0, _words);

    /// <summary>The distinct syllables as they were read.</summary>
    public ReadOnlySpan<string> Words => _names.AsSpan(0, _words);

    /// <summary>Whether the query bears no accents, so that every spelling of its syllables is meant.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>The compounds, by the numbers of their syllables.</summary>
    public ReadOnlySpan<(int First, int Second)> Pairs => _neighbors.AsSpan(0, _compounds);

    /// <summary>What each compound of the query tells.</summary>
    public ReadOnlySpan<float> PairIdf => _pairIdf.AsSpan(0, _compounds);

    /// <summary>For each distinct syllable its terms in every segment; ranking passages does without.</summary>
    public TermEntry[][][] WordTerms => _wordTerms ??= words.FindWordTerms(_words);

    /// <summary>For each compound its terms in every segment.</summary>
    public TermEntry[][][] PairTerms => _pairTerms ??= words.FindPairTerms(_words);

    /// <summary>What all distinct syllables tell together.</summary>
    public float Sum { get; private set; }

    /// <summary>What all compounds tell together.</summary>
    public float PairSum { get; private set; }

    /// <summary>The number of the compound of two syllables; -1 where they are no neighbors in the query.</summary>
    public int Pair(int first, int second) => _pairs[(first * _words) + second];

    /// <summary>Begins with other words.</summary>
    /// <param name="length">Syllables, repeated ones counted.</param>
    /// <param name="isPlain">Whether they bear no accents.</param>
    /// <param name="syllables">Distinct syllables; of more than <see cref="MaxWords"/> the first ones are kept.</param>
    /// <param name="pairs">Their pairs of neighbors.</param>
    public void Begin(int length, bool isPlain, int syllables, int pairs)
    {
        (Length, IsPlain, Sum, PairSum) = (length, isPlain, 0, 0);
        (_words, _compounds) = (Math.Min(syllables, MaxWords), 0);
        (_wordTerms, _pairTerms) = (null, null);
        if (_idf.Length < _words)
        {
            (_idf, _forms, _names, _pairs) = (new float[_words], new string[_words][], new string[_words], new short[_words * _words]);
        }

        if (_pairIdf.Length < pairs)
        {
            (_pairIdf, _neighbors) = (new float[pairs], new (int, int)[pairs]);
        }

        Array.Fill(_pairs, (short)-1, 0, _words * _words);
    }

    /// <summary>Sets a syllable; those past the kept ones are left out.</summary>
    public void SetWord(int word, string name, float idf, string[] forms)
    {
        if (word < _words)
        {
            (_names[word], _idf[word], _forms[word]) = (name, idf, forms);
        }
    }

    /// <summary>Adds a pair of neighbors with what it tells; those with a syllable that is not kept are left out.</summary>
    public void AddPair(int first, int second, float told)
    {
        if (first < _words && second < _words)
        {
            _pairs[(first * _words) + second] = (short)_compounds;
            _neighbors[_compounds] = (first, second);
            _pairIdf[_compounds++] = told;
        }
    }

    /// <summary>Sums up, after the last syllable and pair.</summary>
    public void End() => (Sum, PairSum) = (SumOf(Idf), SumOf(PairIdf));

    private static float SumOf(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return (float)sum;
    }
}
