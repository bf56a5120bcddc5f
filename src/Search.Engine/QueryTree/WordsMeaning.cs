namespace Search.Engine;

/// <summary>Words of a query that name something a document carries in a column: its type, its issuer, its place, its date.</summary>
/// <param name="Words">The words, as they stand in the query.</param>
/// <param name="Condition">What a document that is meant carries.</param>
public sealed record WordsMeaning(string Words, Filter Condition)
{
    /// <summary>Whether it is a date: its figures are looked for in the column alone.</summary>
    public bool IsDate => Condition is RangeFilter;
}
