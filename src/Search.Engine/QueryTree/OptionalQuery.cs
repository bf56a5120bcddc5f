namespace Search.Engine;

/// <summary>Matches everything; where the inner query matches, its score is added.</summary>
/// <param name="Inner">What is liked but not asked for.</param>
public sealed record OptionalQuery(Query Inner) : Query
{
    /// <inheritdoc />
    public override string ToString() => $"[{Inner}]";
}
