namespace Search.Engine;

/// <summary>
/// The arrays that a search for documents needs, one number a document or a passage of the generation: large, so they serve one
/// search after another. What they hold is whatever the last one left.
/// </summary>
/// <param name="generation">The generation.</param>
internal sealed class DocumentScratch(Generation generation)
{
    private readonly List<CoverageArrays> _coverages = [];
    private int _lent;

    /// <summary>For each segment a score a passage, in whole ranges.</summary>
    public float[][] Scores { get; } =
        [.. generation.Segments.Select(view => new float[view.Segment.Ranges * Segment.RangeSize])];

    /// <summary>Documents with a passage that has a score.</summary>
    public DocumentSet Scored { get; } = new(generation.Groups.Count);

    /// <summary>The documents that match, one after another.</summary>
    public List<int> Matches { get; } = [];

    /// <summary>The weak ones.</summary>
    public List<int> Weak { get; } = [];

    /// <summary>The best passages of documents.</summary>
    public DocumentEvidence Evidence => field ??= new DocumentEvidence(generation, Scores);

    /// <summary>Scores passages.</summary>
    public BlockScorer Scorer { get; } = new();

    /// <summary>Arrays for the words of one clause; they are lent until <see cref="Begin"/>.</summary>
    public CoverageArrays Coverage()
    {
        if (_lent == _coverages.Count)
        {
            _coverages.Add(new CoverageArrays(generation.Groups.Count));
        }

        return _coverages[_lent++];
    }

    /// <summary>Begins with another search.</summary>
    /// <param name="isScored">Whether it ranks; else scores are left as they are.</param>
    public void Begin(bool isScored)
    {
        _lent = 0;

        // A query of many clauses is rare, and its arrays are not worth keeping.
        if (_coverages.Count > 1)
        {
            _coverages.RemoveRange(1, _coverages.Count - 1);
        }

        if (!isScored)
        {
            return;
        }

        Scored.Clear();
        foreach (var scores in Scores)
        {
            Array.Clear(scores);
        }
    }
}
