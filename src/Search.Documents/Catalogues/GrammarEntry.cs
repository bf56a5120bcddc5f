namespace Search.Documents.Catalogues;

/// <summary>One list of phrases of <c>grammar.json</c> (small words around citations) or <c>letterhead-words.json</c> (words of
/// letterheads).</summary>
public sealed record GrammarEntry
{
    /// <summary>Kebab case, the name by which a pattern asks for the list: <c>title-stops</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The phrases, in lower case and the new tone style unless a capital belongs to the name.</summary>
    public required IReadOnlyList<string> Phrases { get; init; }

    /// <summary>What the list is for, with an example.</summary>
    public string? Note { get; init; }
}
