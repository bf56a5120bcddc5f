namespace Search.Documents.Catalogues;

/// <summary>An everyday abbreviation of Party prose and what it stands for, from <c>query-words.json</c>.</summary>
public sealed record QueryWordEntry
{
    /// <summary>The abbreviation as people type it: <c>KT-XH</c>.</summary>
    public required string Word { get; init; }

    /// <summary>What it may mean, most likely first.</summary>
    public required IReadOnlyList<string> Meanings { get; init; }

    /// <summary>How sure the entry is, 0 to 1.</summary>
    public double Confidence { get; init; } = 1.0;
}
