using Search.Citations.Scanning;

namespace Search.Citations.Patterns;

/// <summary>Date and issuer that stand before the document they belong to.</summary>
/// <param name="From">First token of the lead.</param>
/// <param name="At">Where the document's own words must begin.</param>
/// <param name="Date">The date, where one leads.</param>
/// <param name="Issuer">The issuer, where one leads.</param>
/// <param name="Term">The issuer's term.</param>
internal sealed record LeadRecord(int From, int At, DateOnly? Date, IssuerHit? Issuer, string? Term);
