namespace Search.Engine;

/// <summary>A document of a page with its two best passages and what the ranking knows of it.</summary>
/// <param name="number">Its number in the generation.</param>
/// <param name="isMatch">Whether it matches the query, or shares words with it only.</param>
/// <param name="best">Its best passage.</param>
/// <param name="second">Its second best passage; score 0 where there is none.</param>
internal sealed class RankedDocument(int number, bool isMatch, ScoredPassage best, ScoredPassage second)
{
    /// <summary>Its number in the generation.</summary>
    public int Number { get; } = number;

    /// <summary>Whether it matches the query.</summary>
    public bool IsMatch { get; } = isMatch;

    /// <summary>Its best passage.</summary>
    public ScoredPassage Best { get; } = best;

    /// <summary>Its second best passage; score 0 where there is none.</summary>
    public ScoredPassage Second { get; } = second;

    /// <summary>A value for each <see cref="DocumentFeature"/>.</summary>
    public float[] Features { get; } = new float[DocumentScore.Features];

    /// <summary>The sum of the features by their weights; above 0.</summary>
    public float Score { get; set; }
}
