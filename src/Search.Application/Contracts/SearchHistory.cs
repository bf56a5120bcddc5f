namespace Search.Application.Contracts;

/// <summary>A topic over time.</summary>
/// <param name="First">The earliest dated document that matches.</param>
/// <param name="Last">The latest dated document that matches.</param>
/// <param name="Years">One line a year that has any, oldest first.</param>
public sealed record SearchHistory(DocumentLine? First, DocumentLine? Last, IReadOnlyList<YearLine> Years);
