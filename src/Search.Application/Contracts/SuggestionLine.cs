namespace Search.Application.Contracts;

/// <summary>One completion.</summary>
/// <param name="Text">The whole text, ready to search for.</param>
/// <param name="Kind"><c>number</c>, <c>title</c> or <c>phrase</c>.</param>
/// <param name="Key">The document, where it belongs to one.</param>
/// <param name="Url">Its page.</param>
/// <param name="Detail">Title and year of a number, number and year of a title; null for none.</param>
public sealed record SuggestionLine(string Text, string Kind, string? Key, string? Url, string? Detail = null);
