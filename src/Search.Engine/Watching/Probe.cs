namespace Search.Engine;

/// <summary>
/// What a document must hold at least for a part of a query to match it: words and compounds, weighted by what they tell. A
/// document that fails every probe of a query cannot be found by it; one that passes may be.
/// </summary>
/// <param name="Parts">Folded words, compounds with a blank between their words, keys of numbers behind a <c>#</c>, each with its weight.</param>
internal sealed record Probe(IReadOnlyList<(string Feature, float Weight)> Parts)
{
    /// <summary>What the words must tell together, where all of them are asked for.</summary>
    public float NeededWords { get; init; } = float.PositiveInfinity;

    /// <summary>What the compounds must tell together besides.</summary>
    public float NeededCompounds { get; init; }

    /// <summary>What words and compounds must tell together, where most of them will do.</summary>
    public float NeededTogether { get; init; } = float.PositiveInfinity;

    /// <summary>What is held whatever the text says: words that mean what a document carries in a column.</summary>
    public float HeldWords { get; init; }

    /// <summary>The same of compounds.</summary>
    public float HeldCompounds { get; init; }

    /// <summary>Whether a text passes that holds so much.</summary>
    /// <param name="words">What its words tell.</param>
    /// <param name="compounds">What its compounds tell.</param>
    public bool Passes(float words, float compounds) =>
        (words + HeldWords >= NeededWords && compounds + HeldCompounds >= NeededCompounds)
        || words + HeldWords + compounds + HeldCompounds >= NeededTogether;

    /// <summary>Whether a feature is a compound.</summary>
    public static bool IsCompound(string feature) => feature.Contains(' ', StringComparison.Ordinal);
}
