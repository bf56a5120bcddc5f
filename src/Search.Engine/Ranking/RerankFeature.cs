namespace Search.Engine;

/// <summary>
/// What the re-ranker looks at. Words and compounds count as <see cref="TermWeights"/> says; a share is of what the whole query weighs.
/// The order is the order of <see cref="RankingConstants.RerankWeights"/>.
/// </summary>
internal enum RerankFeature
{
    /// <summary>BM25F.</summary>
    Score,

    /// <summary>BM25F over that of the best passage.</summary>
    ScoreShare,

    /// <summary>BM25 of the syllables in the headings, as a share.</summary>
    Headings,

    /// <summary>BM25 of the compounds in the body.</summary>
    BodyPairs,

    /// <summary>The same as a share.</summary>
    BodyPairShare,

    /// <summary>Share of the compounds that occur anywhere.</summary>
    PairCoverage,

    /// <summary>Share of the syllables that occur in the title.</summary>
    TitleCoverage,

    /// <summary>Share of the syllables that occur in title or headings.</summary>
    HeadCoverage,

    /// <summary>Part of the headings' syllables that the query holds.</summary>
    HeadingsPrecision,

    /// <summary>Part of the title's syllables that the query holds.</summary>
    TitlePrecision,

    /// <summary>Part of the headings' compounds that the query holds.</summary>
    HeadingsPairPrecision,

    /// <summary>Share of the longest run of the query in the headings.</summary>
    HeadingsRun,

    /// <summary>Share of the best line of the body, syllables and compounds.</summary>
    BestLine,

    /// <summary>Share of the syllables in the best window of the body.</summary>
    BestWindow,

    /// <summary>Share of the longest run of the query that begins a line, as a definition does.</summary>
    LineStart,

    /// <summary>BM25F with the weights of the terms, as a share of what all of them weigh.</summary>
    Terms,
}
