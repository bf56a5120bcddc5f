namespace Search.Engine;

/// <summary>Syllables side by side, in order, within one field.</summary>
/// <param name="Text">The phrase.</param>
public sealed record PhraseQuery(string Text) : Query
{
    /// <inheritdoc />
    public override string ToString() => Quote(Text);
}
