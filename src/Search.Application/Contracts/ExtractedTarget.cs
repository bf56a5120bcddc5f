namespace Search.Application.Contracts;

/// <summary>The document that a citation means.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Number">Its number in canonical form.</param>
/// <param name="Type">Id of its type.</param>
/// <param name="Issuer">Its issuer.</param>
/// <param name="Date">Date of issue.</param>
/// <param name="Status"><c>present</c> where the knowledge base holds it, else <c>stub</c>.</param>
public sealed record ExtractedTarget(
    string Key, string? Number, string? Type, string? Issuer, DateOnly? Date, string Status);
