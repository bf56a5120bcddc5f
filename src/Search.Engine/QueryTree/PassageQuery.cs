namespace Search.Engine;

/// <summary>What one passage holds by itself; everything else in a query is about the whole document.</summary>
/// <param name="Inner">The conditions.</param>
/// <param name="Words">The words that the passage must hold, for a search that asks for less.</param>
public sealed record PassageQuery(Query Inner, string Words) : Query
{
    /// <inheritdoc />
    public override string ToString() => $"passage({Inner})";
}
