namespace Search.Engine;

/// <summary>Any word form that begins so. Expands to at most 64 forms, the most frequent ones.</summary>
/// <param name="Text">The beginning, at least one letter.</param>
public sealed record PrefixQuery(string Text) : Query
{
    /// <summary>The word that stands right before it; null where any may.</summary>
    public string? After { get; init; }

    /// <inheritdoc />
    public override string ToString() => After is null ? $"{Text}*" : $"{After} {Text}*";
}
