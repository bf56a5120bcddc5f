namespace Search.Engine;

/// <summary>The two dictionaries of a segment.</summary>
internal enum TermKind
{
    /// <summary>Syllables, foreign words, figures, and the keys of document numbers.</summary>
    Word,

    /// <summary>Pairs of neighboring syllables.</summary>
    Pair,
}
