namespace Search.Engine.Embedded;

/// <summary>
/// Every constant of the ranking, in one place. They are set by the evaluation, never by hand; the date and the
/// figure they were set at stand beside them.
/// </summary>
/// <remarks>
/// BM25F as of 2026-11-22: nDCG@10 0.8045 on the dev questions by an exhaustive scan.
/// The constants of the first group are baked into the impacts of an index; changing one changes
/// <see cref="Fingerprint"/>, and an index with another fingerprint is rebuilt.
/// </remarks>
internal static class RankingConstants
{
    /// <summary>Names the constants that are baked into an index.</summary>
    public const uint Fingerprint = 0x2026_1122;

    /// <summary>Saturation: the larger, the more repeated words count.</summary>
    public const float K1 = 0.6f;

    /// <summary>How much the length of a field counts, 0 to 1.</summary>
    public const float B = 0.75f;

    /// <summary>Levels of a quantised impact, which is a saturated, length-normalised weight in (0, 1).</summary>
    public const int ImpactLevels = 255;

    /// <summary>Weights of number, title, headings, body.</summary>
    public static ReadOnlySpan<float> FieldWeights => [2f, 2f, 4f, 1f];

    /// <summary>
    /// Length in syllables at which a field is neither favoured nor held back. Fixed, so that the impact of a
    /// passage depends on the passage alone and segments merge without scoring anew.
    /// </summary>
    public static ReadOnlySpan<float> PivotLengths => [5f, 22f, 14f, 245f];

    /// <summary>Weight of a compound beside a single syllable.</summary>
    public const float CompoundWeight = 1f;

    /// <summary>Weight of a form without accents in a text, for a word typed with accents.</summary>
    public const float PlainFormWeight = 0.5f;

    /// <summary>Score of the document a number names: above anything words can reach.</summary>
    public const float NumberScore = 1000f;

    /// <summary>Where hits are not ordered by score, only those with this share of the best score count.</summary>
    public const float SortedMatchShare = 0.3f;
}
