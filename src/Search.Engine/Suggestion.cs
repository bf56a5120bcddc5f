namespace Search.Engine;

/// <summary>A completion of what is being typed.</summary>
/// <param name="Text">The whole completed text, ready to search for.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Group">The document, for titles and numbers that belong to one document; else null.</param>
/// <param name="Weight">Larger is better; comparable within one answer only.</param>
public sealed record Suggestion(string Text, SuggestionKind Kind, string? Group, double Weight)
{
    /// <summary>What tells it from others: title and year of a number, number and year of a title; null for none.</summary>
    public string? Detail { get; init; }
}
