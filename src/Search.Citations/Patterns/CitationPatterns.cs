namespace Search.Citations.Patterns;

/// <summary>The patterns in the order in which they are asked: the first that reads something wins the token.</summary>
internal static class CitationPatterns
{
    public static IReadOnlyList<ICitationPattern> Default { get; } =
    [
        new EffectPattern(),
        new AliasPattern(),
        new LeadPattern(),
        new PinpointPattern(),
        new TypedPattern(),
        new NumberPattern(),
        new NamedPattern(),
    ];
}
