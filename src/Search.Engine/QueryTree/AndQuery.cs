namespace Search.Engine;

/// <summary>Every clause matches; <see cref="OptionalQuery"/> clauses only add to the score.</summary>
/// <param name="Clauses">The clauses.</param>
public sealed record AndQuery(IReadOnlyList<Query> Clauses) : Query
{
    /// <inheritdoc />
    public bool Equals(AndQuery? other) => other is not null && Clauses.SequenceEqual(other.Clauses);

    /// <inheritdoc />
    public override int GetHashCode() => Clauses.Aggregate(17, HashCode.Combine);

    /// <inheritdoc />
    public override string ToString() => $"({string.Join(" AND ", Clauses)})";
}
