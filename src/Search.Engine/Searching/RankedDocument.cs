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

    /// <summary>Takes a passage into account.</summary>
    public void Offer(ScoredPassage passage)
    {
        if (passage.Score > Best.Score)
        {
            (Best, Second) = (passage, Best.Score > 0 ? Best : default);
        }
        else if (passage.Score > Second.Score)
        {
            Second = passage;
        }
    }
}
