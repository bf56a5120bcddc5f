namespace Search.Citations.Scanning;

/// <summary>A date found in the text.</summary>
/// <param name="Date">The day; null when only a year is named or the day does not exist.</param>
/// <param name="Year">The year.</param>
/// <param name="End">One past its last token.</param>
internal readonly record struct DateHit(DateOnly? Date, int? Year, int End);
