namespace Search.Engine;

/// <summary>A document with its two best passages and what the ranking knows of it.</summary>
/// <param name="number">Its number in the generation.</param>
/// <param name="isMatch">Whether it matches the query, or shares words with it only.</param>
internal sealed class RankedDocument(int number, bool isMatch)
{
    /// <summary>Its number in the generation.</summary>
    public int Number { get; } = number;

    /// <summary>Whether it matches the query.</summary>
    public bool IsMatch { get; } = isMatch;

    /// <summary>Its best passage.</summary>
    public ScoredPassage Best { get; private set; } = new(-1, 0, 0);

    /// <summary>Its second best passage; score 0 where there is none.</summary>
    public ScoredPassage Second { get; private set; }

    /// <summary>A value for each <see cref="DocumentFeature"/>.</summary>
    public float[] Features { get; } = new float[DocumentScore.Features];

    /// <summary>The sum of the features by their weights; above 0.</summary>
    public float Score { get; set; }

    /// <summary>Takes a passage into account; of equal ones the first by id is the better, in whatever order they come.</summary>
    /// <param name="passage">The passage with its score.</param>
    /// <param name="views">The segments.</param>
    public void Offer(ScoredPassage passage, IReadOnlyList<SegmentView> views)
    {
        if (Best.Score < 0 || IsBetter(passage, Best, views))
        {
            (Best, Second) = (passage, Best.Score > 0 ? Best : default);
        }
        else if (passage.Score > 0 && (Second.Score <= 0 || IsBetter(passage, Second, views)))
        {
            Second = passage;
        }
    }

    private static bool IsBetter(in ScoredPassage one, in ScoredPassage other, IReadOnlyList<SegmentView> views) =>
        one.Score > other.Score || (one.Score == other.Score && IdOrder.Compare(views, one, other) < 0);
}
