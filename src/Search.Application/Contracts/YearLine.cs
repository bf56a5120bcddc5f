namespace Search.Application.Contracts;

/// <summary>The documents of one year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Count">How many documents of it match.</param>
/// <param name="Documents">Some of them, oldest first.</param>
public sealed record YearLine(int Year, long Count, IReadOnlyList<DocumentLine> Documents);
