namespace Search.Citations.Patterns;

/// <summary>What a draft will become.</summary>
internal enum DraftKind
{
    /// <summary>A <see cref="FullCitation"/>.</summary>
    Numbered,

    /// <summary>A <see cref="ShortCitation"/>.</summary>
    Short,

    /// <summary>An <see cref="AliasDefinition"/>.</summary>
    Alias,

    /// <summary>A <see cref="BackReference"/>.</summary>
    Back,

    /// <summary>An <see cref="UnnumberedCitation"/>.</summary>
    Unnumbered,

    /// <summary>A <see cref="GenericMention"/>.</summary>
    Generic,
}
