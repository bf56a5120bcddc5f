namespace Search.Engine;

/// <summary>
/// Words as typed, in order: a disjunction of their syllables in which adjacent syllables count as compounds.
/// This is what a plain query or a question becomes.
/// </summary>
/// <param name="Text">The words.</param>
public sealed record WordsQuery(string Text) : Query
{
    /// <summary>What some of the words mean: a document of that type or place need not name it in its text.</summary>
    public IReadOnlyList<WordsMeaning> Meanings { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(WordsQuery? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => $"words({Quote(Text)})";
}
