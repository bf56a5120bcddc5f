namespace Search.Application.Contracts;

/// <summary>A document of a graph.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Number">Its number in canonical form.</param>
/// <param name="Type">Id of its type.</param>
/// <param name="Date">Date of issue.</param>
/// <param name="Title">Its title.</param>
/// <param name="Status"><c>present</c> or <c>stub</c>.</param>
public sealed record GraphNodeLine(
    string Key, string? Number, string? Type, DateOnly? Date, string? Title, string Status);
