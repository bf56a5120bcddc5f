namespace Search.Application.Contracts;

/// <summary>A hit, as a row of an export.</summary>
/// <param name="Key">The document.</param>
/// <param name="Number">Its number.</param>
/// <param name="Type">Id of its type.</param>
/// <param name="Issuer">Its issuer.</param>
/// <param name="Date">Date of issue.</param>
/// <param name="Title">Its title.</param>
/// <param name="Status"><c>present</c> or <c>stub</c>.</param>
/// <param name="CitedBy">How many present documents cite it.</param>
/// <param name="Score">Comparable within one export only.</param>
/// <param name="Anchor">Its best passage.</param>
/// <param name="Snippet">Why it matches.</param>
public sealed record ExportedHit(
    string Key,
    string? Number,
    string? Type,
    string? Issuer,
    DateOnly? Date,
    string? Title,
    string Status,
    int CitedBy,
    double Score,
    string? Anchor,
    string? Snippet);
