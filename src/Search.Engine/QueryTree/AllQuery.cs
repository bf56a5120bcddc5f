namespace Search.Engine;

/// <summary>Matches every passage with score 0.</summary>
public sealed record AllQuery : Query
{
    /// <inheritdoc />
    public override string ToString() => "all";
}
