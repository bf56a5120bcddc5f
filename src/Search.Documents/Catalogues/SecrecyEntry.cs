namespace Search.Documents.Catalogues;

/// <summary>Words around secrecy marks, from <c>secrecy.json</c>: the marks themselves, what is stamped beside them, and
/// words that only look like them.</summary>
public sealed record SecrecyEntry
{
    /// <summary>For a level the name that options and documents use (<c>toi-mat</c>); otherwise the entry's own.</summary>
    public required string Id { get; init; }

    /// <summary>What the words are.</summary>
    public required SecrecyWordKind Kind { get; init; }

    /// <summary>How an archivist writes a level; null for words that are none.</summary>
    public string? Name { get; init; }

    /// <summary>The letter that stands for a level in registers and on envelopes; null for none.</summary>
    public string? Sign { get; init; }

    /// <summary>The words, in lower case; of one level the shortest form first. Levels stand in the order of their gravity.</summary>
    public required IReadOnlyList<string> Words { get; init; }
}
