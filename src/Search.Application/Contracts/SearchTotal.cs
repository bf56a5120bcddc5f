namespace Search.Application.Contracts;

/// <summary>How many hits there are.</summary>
/// <param name="Value">The count.</param>
/// <param name="Relation"><c>eq</c> for exactly that many, <c>gte</c> for that many or more.</param>
public sealed record SearchTotal(long Value, string Relation);
