namespace Search.Engine;

/// <summary>What a search needs and its page does not hold: it serves one search of its generation after another.</summary>
internal sealed class SearchScratch
{
    private float[][] _scores = [];
    private ulong[][] _touched = [];

    /// <param name="generation">The generation.</param>
    public SearchScratch(Generation generation)
    {
        Flat = new FlatQueries(generation.Segments, generation.Terms, generation.Abbreviations);
        Heap = new TopHeap(generation.Segments, 1);
    }

    /// <summary>Makes lists of queries.</summary>
    public FlatQueries Flat { get; }

    /// <summary>The lists of the query.</summary>
    public List<ScoredList> Lists { get; } = [];

    /// <summary>Finds the best passages.</summary>
    public DisjunctionScorer Scorer { get; } = new();

    /// <summary>Keeps the best passages.</summary>
    public TopHeap Heap { get; }

    /// <summary>Scores and bits of all passages of a segment, all of them 0; whoever uses them makes them so again.</summary>
    public (float[] Scores, ulong[] Touched) Whole(int segment, Segment own)
    {
        if (_scores.Length <= segment)
        {
            Array.Resize(ref _scores, segment + 1);
            Array.Resize(ref _touched, segment + 1);
        }

        return (_scores[segment] ??= new float[own.Docs], _touched[segment] ??= new ulong[own.Ranges]);
    }

    /// <summary>Begins with another query.</summary>
    public void Begin()
    {
        Flat.Forget();
        Lists.Clear();
    }
}
