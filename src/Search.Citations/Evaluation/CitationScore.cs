namespace Search.Citations.Evaluation;

/// <summary>Counts of one group of gold citations.</summary>
/// <param name="Group">Tier or form.</param>
/// <param name="Gold">How many are labeled.</param>
/// <param name="Predicted">How many predictions were matched with the group or, where nothing matched, count for all.</param>
/// <param name="Right">How many were found and rightly linked.</param>
public sealed record CitationScore(string Group, int Gold, int Predicted, int Right)
{
    /// <summary>Right predictions among all.</summary>
    public double Precision => Predicted == 0 ? 1 : (double)Right / Predicted;

    /// <summary>Right predictions among the labeled ones.</summary>
    public double Recall => Gold == 0 ? 1 : (double)Right / Gold;

    /// <summary>Harmonic mean of the two.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
