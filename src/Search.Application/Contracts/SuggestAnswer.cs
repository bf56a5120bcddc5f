namespace Search.Application.Contracts;

/// <summary>Completions of what is being typed.</summary>
/// <param name="Query">What was typed.</param>
/// <param name="Suggestions">Best first.</param>
public sealed record SuggestAnswer(string Query, IReadOnlyList<SuggestionLine> Suggestions);
