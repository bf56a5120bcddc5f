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
    public const uint Fingerprint = 0x2026_1125;

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
    /// 2026-11-22, by <c>dotnet run -c Release --project tests/Search.Benchmarks -- tune</c> on the dev questions:
    /// nDCG@10 0.844 cross-validated by law (0.811 before re-ranking), 0.837 typed without accents, R@100 0.977.
    /// </remarks>
    public static ReadOnlySpan<float> RerankWeights =>
    [
        0.0551f, -0.0254f, // Score
        8.4309f, -0.6471f, // ScoreShare
        -4.2627f, -2.6756f, // Headings
        -0.0682f, 0.0206f, // BodyPairs
        -7.2735f, 4.2985f, // BodyPairShare
        7.4688f, 4.0937f, // PairCoverage
        -4.3930f, -2.1375f, // TitleCoverage
        3.7003f, -2.9486f, // HeadCoverage
        2.7675f, 0.1111f, // HeadingsPrecision
        4.9438f, -1.5275f, // TitlePrecision
        3.1466f, -1.8223f, // HeadingsPairPrecision
        -3.1951f, 4.8869f, // HeadingsRun
        4.3406f, -1.8381f, // BestLine
        5.0648f, -1.9741f, // BestWindow
        3.6905f, -1.8909f, // LineStart
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
