namespace Search.Engine.LuceneNet;

/// <summary>
/// BM25F (Robertson, Zaragoza, Taylor 2004) with one length norm a passage: counts are weighted by field, summed, divided
/// by the norm of the passage's weighted length, and saturated. The constants are those of the embedded engine's first
/// stage, so that both rank alike before re-ranking; only its 255 steps are not repeated here.
/// </summary>
internal static class Bm25F
{
    /// <summary>Saturation.</summary>
    public const float K1 = 1.2f;

    /// <summary>How much the length of a passage counts.</summary>
    public const float B = 0.75f;

    /// <summary>Weighted length in syllables at which a passage is neither favored nor held back.</summary>
    public const float PivotLength = 340f;

    /// <summary>Weight of a form without accents in a text, for a word typed with accents.</summary>
    public const float PlainFormWeight = 0.5f;

    /// <summary>A form without accents that is more frequent than this share of the accented form is a word of its own.</summary>
    public const double PlainFormShare = 0.1;

    /// <summary>Score of the document a number names: above anything words can reach.</summary>
    public const float NumberScore = 1000f;

    /// <summary>Weights of number, title, headings, body.</summary>
    private static ReadOnlySpan<float> FieldWeights => [2f, 2f, 4f, 1f];

    /// <summary>The weight of a text field; that of the body for a name that is none.</summary>
    public static float FieldWeight(string field)
    {
        for (var i = 0; i < IndexFields.TextFields.Count; i++)
        {
            if (string.Equals(IndexFields.TextFields[i], field, StringComparison.Ordinal))
            {
                return FieldWeights[i];
            }
        }

        return FieldWeights[^1];
    }

    /// <summary>The norm of a passage of a weighted length: what its counts are divided by.</summary>
    public static float LengthNorm(float weightedLength) => 1 - B + (B * weightedLength / PivotLength);

    /// <summary>Saturates a weighted, length-normalized count, into 0 to 1.</summary>
    public static float Saturate(float frequency) => frequency / (K1 + frequency);

    /// <summary>BM25's idf, never negative.</summary>
    public static double InverseFrequency(long entries, long frequency)
    {
        frequency = Math.Min(frequency, entries);
        return Math.Log(1 + ((entries - frequency + 0.5) / (frequency + 0.5)));
    }
}
