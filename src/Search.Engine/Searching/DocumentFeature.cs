namespace Search.Engine;

/// <summary>What the ranking of documents looks at. The order is the order of <see cref="RankingConstants.DocumentWeights"/>.</summary>
internal enum DocumentFeature
{
    /// <summary>Score of the best passage, as a share of the best of all; less where it is no running text of the document
    /// (<see cref="RankingConstants.AsideShare"/>).</summary>
    Best,

    /// <summary>Score of the second best passage, as the same share.</summary>
    Second,

    /// <summary>Share, by what they tell, of the query's words and compounds that the whole document holds.</summary>
    Coverage,

    /// <summary>Share of the query's words that the title holds.</summary>
    TitleCoverage,

    /// <summary>Part of the title's words that the query holds.</summary>
    TitlePrecision,

    /// <summary>Share of the longest run of the query in the title.</summary>
    TitleRun,

    /// <summary>Weight of the document's type, 0 (a letter) to 1 (a directive).</summary>
    Authority,

    /// <summary>Logarithm of the number of documents that cite it.</summary>
    CitedBy,

    /// <summary>1 where the document's text is there.</summary>
    Present,

    /// <summary>1 where it has a title.</summary>
    HasTitle,

    /// <summary>Share of the query's wishes for type, issuer, place and year that it meets.</summary>
    Wishes,

    /// <summary>1 where it bears a date that the query gives to the day or the month.</summary>
    Date,

    /// <summary>1 where a number that the query gives with its organ is its own.</summary>
    Number,

    /// <summary>1 where a number that the query gives in part is its own.</summary>
    NumberPart,

    /// <summary>Share of the query's words that mean a type, issuer, place or date which it carries.</summary>
    Meaning,

    /// <summary>1 where its text names a number that the query gives.</summary>
    Mention,
}
