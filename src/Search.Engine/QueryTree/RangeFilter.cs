namespace Search.Engine;

/// <summary>The number column lies within bounds; an entry without the number does not match.</summary>
/// <param name="Column">A number column.</param>
/// <param name="From">Smallest accepted value, or null for none.</param>
/// <param name="To">Largest accepted value, or null for none.</param>
public sealed record RangeFilter(string Column, long? From, long? To) : Filter(Column)
{
    /// <inheritdoc />
    public override string ToString() => $"{Column}:{From}..{To}";
}
