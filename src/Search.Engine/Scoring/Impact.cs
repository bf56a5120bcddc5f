namespace Search.Engine;

/// <summary>
/// The quantized weight of a term in a passage: BM25F's saturated frequency s = f / (k1 + f) in 255 steps, where f
/// sums over fields the weighted, length-normalized counts. Linear in s, so a score is a weighted sum of impacts.
/// </summary>
internal static class Impact
{
    /// <summary>For each field its weight over the passage's length norm, so that frequencies only have to be added up.</summary>
    /// <remarks>
    /// One norm from the weighted length of the whole passage ranks better than one norm a field
    /// (nDCG@10 0.809 against 0.803 on the dev questions).
    /// </remarks>
    /// <param name="lengths">Syllables of each field.</param>
    /// <param name="factors">Receives the factors, one a field.</param>
    public static void Factors(ReadOnlySpan<int> lengths, Span<float> factors)
    {
        var weighted = 0f;
        for (var f = 0; f < lengths.Length; f++)
        {
            weighted += RankingConstants.FieldWeights[f] * lengths[f];
        }

        var norm = 1 - RankingConstants.B + (RankingConstants.B * weighted / RankingConstants.PivotLength);
        for (var f = 0; f < factors.Length; f++)
        {
            factors[f] = RankingConstants.FieldWeights[f] / norm;
        }
    }

    /// <summary>The impact of a weighted frequency, 1 to 255.</summary>
    /// <param name="frequency">Sum over fields, above 0.</param>
    public static byte Quantize(float frequency)
    {
        var saturated = frequency / (RankingConstants.K1 + frequency);
        var level = (int)MathF.Round(saturated * RankingConstants.ImpactLevels);
        return (byte)Math.Clamp(level, 1, RankingConstants.ImpactLevels);
    }
}
