namespace Search.Engine;

/// <summary>
/// Every constant of the ranking, in one place. They are set by the evaluation, never by hand; the date and the
/// figure they were set at stand beside them.
/// </summary>
/// <remarks>
/// BM25F as of 2026-11-22: nDCG@10 0.811, R@100 0.977 on the dev questions before re-ranking.
/// The constants of the first group are baked into the impacts of an index; changing one changes
/// <see cref="Fingerprint"/>, and an index with another fingerprint is rebuilt.
/// </remarks>
internal static class RankingConstants
{
    /// <summary>Names the constants that are baked into an index.</summary>
    public const uint Fingerprint = 0x2026_1131;

    /// <summary>Saturation: the larger, the more repeated words count.</summary>
    public const float K1 = 1.2f;

    /// <summary>How much the length of a field counts, 0 to 1.</summary>
    public const float B = 0.75f;

    /// <summary>Levels of a quantized impact, which is a saturated, length-normalized weight in (0, 1).</summary>
    public const int ImpactLevels = 255;

    /// <summary>Weights of number, title, headings, body.</summary>
    public static ReadOnlySpan<float> FieldWeights => [2f, 2f, 4f, 1f];

    /// <summary>
    /// Weighted length in syllables at which a passage is neither favored nor held back. Fixed, so that the impact
    /// of a passage depends on the passage alone and segments merge without scoring again.
    /// </summary>
    public const float PivotLength = 340f;

    /// <summary>Weight of a compound beside a single syllable.</summary>
    public const float CompoundWeight = 1f;

    /// <summary>Weight of a form without accents in a text, for a word typed with accents.</summary>
    public const float PlainFormWeight = 0.5f;

    /// <summary>How many of the best passages are ranked again; a fixed number, so that pages follow one another.</summary>
    public const int RerankDepth = 64;

    /// <summary>How many syllables of a body the re-ranker reads.</summary>
    public const int RerankedSyllables = 1024;

    /// <summary>
    /// Shorter queries are keywords, not questions, and keep their BM25F order: 99 % of the questions learned from are longer.
    /// </summary>
    public const int ShortestQuestion = 6;

    /// <summary>Syllables of a question for which the weights of the re-ranker do not lean.</summary>
    public const int UsualQuestion = 16;

    /// <summary>
    /// For each <see cref="RerankFeature"/> its weight, and how the weight leans with the length of the question.
    /// </summary>
    /// <remarks>
    /// 2026-11-29, by <c>dotnet run -c Release --project tests/Search.Benchmarks -- tune</c> on the dev questions:
    /// nDCG@10 0.8525 cross-validated by law (0.809 before re-ranking, 0.8443 with inverse frequencies in place of
    /// <see cref="TermWeights"/>: +0.0082 [+0.0035, +0.0131]), 0.8445 typed without accents.
    /// </remarks>
    public static ReadOnlySpan<float> RerankWeights =>
    [
        0.0126f, -0.0179f, // Score
        5.2895f, 0.5982f, // ScoreShare
        -3.5046f, -0.3504f, // Headings
        -0.0181f, 0.0075f, // BodyPairs
        -9.6052f, 5.2394f, // BodyPairShare
        6.2833f, 3.2901f, // PairCoverage
        -3.8932f, -1.5285f, // TitleCoverage
        3.1447f, -2.7056f, // HeadCoverage
        2.4071f, -0.0402f, // HeadingsPrecision
        4.7473f, -2.0530f, // TitlePrecision
        2.5847f, -1.3522f, // HeadingsPairPrecision
        -2.5905f, 2.8904f, // HeadingsRun
        5.1508f, -3.1513f, // BestLine
        3.9472f, -0.8323f, // BestWindow
        3.8090f, -1.5992f, // LineStart
        13.0785f, 0.0491f, // Terms
    ];

    /// <summary>The parameters of <see cref="TermWeights"/>, syllables first.</summary>
    public static ReadOnlySpan<float> TermWeights =>
    [
        3.7102f, 35.4550f, 7.7989f, 1.3426f, -1.0071f, -7.0048f, -0.3622f, -6.4767f, // syllables
        2.3373f, 8.4058f, 5.3361f, 6.8341f, 0.0763f, -7.3176f, -0.7131f, 0.5083f, // compounds
    ];

    /// <summary>
    /// For each <see cref="DocumentFeature"/> its weight, and how the weight leans with the length of the query.
    /// </summary>
    public static ReadOnlySpan<float> DocumentWeights =>
    [
        3f, 1f, // Best
        0.5f, 0f, // Second
        1f, 0f, // Coverage
        1f, 0f, // TitleCoverage
        0.5f, 0f, // TitlePrecision
        1f, 0f, // TitleRun
        0.5f, -0.2f, // Authority
        0.2f, -0.1f, // CitedBy
        0.5f, 0f, // Present
        0.3f, 0f, // HasTitle
        1f, 0f, // Wishes
        3f, 0f, // Date
        6f, 0f, // Number
        3f, 0f, // NumberPart
        2f, 0f, // Meaning
        1f, 0f, // Mention
    ];

    /// <summary>
    /// What a best passage is worth that is no running text of its document: one of an annex, a table more often than not, or what
    /// others say where they cite it.
    /// </summary>
    /// <remarks>
    /// 2026-11-30, of nine shares on 234 judged queries: nDCG@10 0.938 before and 0.942, difference +0.0041 [+0.0011, +0.0077];
    /// chosen on four fifths and measured on the rest +0.0030 to +0.0036, where the lower end is -0.0002 to +0.0004.
    /// </remarks>
    public const float AsideShare = 0.8f;

    /// <summary>A form without accents that is more frequent than this share of the accented form is a word of its own.</summary>
    public const double PlainFormShare = 0.1;

    /// <summary>
    /// A weight rounded to a multiple of 2^-14, never 0. Impacts are whole numbers, so sums of scores below 1,024 are
    /// exact in whatever order they are added up, and equal passages score the same to the last bit.
    /// </summary>
    public static float Step(float weight) => Math.Max(1f, MathF.Round(weight * 16384f)) / 16384f;

    /// <summary>Score of the document a number names: above anything words can reach.</summary>
    public const float NumberScore = 1000f;

    /// <summary>Where hits are not ordered by score, only those with this share of the best score count.</summary>
    public const float SortedMatchShare = 0.3f;
}
