namespace Search.Engine;

/// <summary>Entries whose number column lies within bounds; adds nothing to the score.</summary>
/// <param name="Column">A number column.</param>
/// <param name="From">Smallest accepted value, or null.</param>
/// <param name="To">Largest accepted value, or null.</param>
public sealed record RangeQuery(string Column, long? From, long? To) : Query
{
    /// <inheritdoc />
    public override string ToString() => $"{Column}:{From}..{To}";
}
