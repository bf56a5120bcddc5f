namespace Search.Engine;

/// <summary>
/// Words as typed, in order: a disjunction of their syllables in which adjacent syllables count as compounds.
/// This is what a plain query or a question becomes.
/// </summary>
/// <param name="Text">The words.</param>
public sealed record WordsQuery(string Text) : Query
{
    /// <inheritdoc />
    public override string ToString() => $"words({Quote(Text)})";
}
