namespace Search.Engine;

/// <summary>The column carries at least one of the values.</summary>
/// <param name="Column">A keyword column.</param>
/// <param name="Values">Accepted values, compared ordinally without regard to case and accents.</param>
public sealed record KeywordFilter(string Column, IReadOnlyList<string> Values) : Filter(Column)
{
    /// <inheritdoc />
    public override string ToString() => $"{Column}:[{string.Join(" | ", Values)}]";
}
