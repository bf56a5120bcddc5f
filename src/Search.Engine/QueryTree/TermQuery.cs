namespace Search.Engine;

/// <summary>One syllable or word form. Typed with accents it prefers the exact form and still finds the folded one.</summary>
/// <param name="Text">The syllable; several syllables mean a phrase.</param>
public sealed record TermQuery(string Text) : Query
{
    /// <inheritdoc />
    public override string ToString() => Text;
}
