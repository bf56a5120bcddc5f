namespace Search.Application.Contracts;

/// <summary>A link that a review found.</summary>
/// <param name="Document">Key of the citing document.</param>
/// <param name="Text">The mention.</param>
/// <param name="Target">What it is linked to now; null where it is open.</param>
/// <param name="Other">What another register would link it to; null where it would be open, and where none was asked.</param>
public sealed record LinkFinding(string Document, string Text, string? Target, string? Other);
