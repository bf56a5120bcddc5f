namespace Search.Engine.LuceneNet;

/// <summary>
/// BM25F (Robertson, Zaragoza, Taylor 2004): counts are weighted and length-normalised a field and summed before they
/// are saturated. The constants are those the embedded engine starts from, so that both rank alike.
/// </summary>
internal static class Bm25F
{
    /// <summary>Saturation.</summary>
    public const float K1 = 0.6f;

    /// <summary>How much the length of a field counts.</summary>
    public const float B = 0.75f;

    /// <summary>Weight of a form without accents in a text, for a word typed with accents.</summary>
    public const float PlainFormWeight = 0.5f;

    /// <summary>Weight of other words that only share the form without accents.</summary>
    public const float FoldedFormWeight = 0.05f;

    /// <summary>Score of the document a number names: above anything words can reach.</summary>
    public const float NumberScore = 1000f;

    /// <summary>Weights of number, title, headings, body.</summary>
    private static ReadOnlySpan<float> FieldWeights => [2f, 2f, 4f, 1f];

    /// <summary>Length in syllables at which a field is neither favoured nor held back.</summary>
    private static ReadOnlySpan<float> PivotLengths => [5f, 22f, 14f, 245f];

    public static int FieldNumber(string field)
    {
        for (var i = 0; i < IndexFields.TextFields.Count; i++)
        {
            if (string.Equals(IndexFields.TextFields[i], field, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return IndexFields.TextFields.Count - 1;
    }

    public static float FieldFactor(int field, int length) =>
        FieldWeights[field] / (1 - B + (B * length / PivotLengths[field]));

    public static float Saturate(float frequency) => frequency / (K1 + frequency);

    public static double InverseFrequency(long entries, long frequency)
    {
        frequency = Math.Min(frequency, entries);
        return Math.Log(1 + ((entries - frequency + 0.5) / (frequency + 0.5)));
    }
}
