namespace Search.Engine;

/// <summary>At least one clause matches; scores add up.</summary>
/// <param name="Clauses">The clauses.</param>
public sealed record OrQuery(IReadOnlyList<Query> Clauses) : Query
{
    /// <inheritdoc />
    public bool Equals(OrQuery? other) => other is not null && Clauses.SequenceEqual(other.Clauses);

    /// <inheritdoc />
    public override int GetHashCode() => Clauses.Aggregate(19, HashCode.Combine);

    /// <inheritdoc />
    public override string ToString() => $"({string.Join(" OR ", Clauses)})";
}
