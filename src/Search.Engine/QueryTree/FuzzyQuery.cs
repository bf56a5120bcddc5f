namespace Search.Engine;

/// <summary>Word forms within an edit distance, counted on folded letters. Expands to at most 64 forms.</summary>
/// <param name="Text">The word.</param>
/// <param name="Distance">1 or 2.</param>
public sealed record FuzzyQuery(string Text, int Distance) : Query
{
    /// <inheritdoc />
    public override string ToString() => $"{Text}~{Distance}";
}
