namespace Search.Engine;

/// <summary>Whatever the inner query does not match, with score 0.</summary>
/// <param name="Inner">What must not match.</param>
public sealed record NotQuery(Query Inner) : Query
{
    /// <inheritdoc />
    public override string ToString() => $"NOT {Inner}";
}
