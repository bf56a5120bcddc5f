namespace Search.Engine;

/// <summary>Where a suggestion comes from.</summary>
public enum SuggestionKind
{
    /// <summary>A document's number.</summary>
    Number,

    /// <summary>A document's title.</summary>
    Title,

    /// <summary>A phrase that occurs often in the collection.</summary>
    Phrase,
}
