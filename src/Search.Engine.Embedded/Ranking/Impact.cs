namespace Search.Engine.Embedded;

/// <summary>
/// The quantised weight of a term in a passage: BM25F's saturated frequency s = f / (k1 + f) in 255 steps, where f
/// sums over fields the weighted, length-normalised counts. Linear in s, so a score is a weighted sum of impacts.
/// </summary>
internal static class Impact
{
    /// <summary>Inverse of the length norm of a field, times its weight.</summary>
    /// <param name="field">Field number.</param>
    /// <param name="length">Syllables in the field.</param>
    public static float FieldFactor(int field, int length)
    {
        var norm = 1 - RankingConstants.B + (RankingConstants.B * length / RankingConstants.PivotLengths[field]);
        return RankingConstants.FieldWeights[field] / norm;
    }

    /// <summary>The impact of a weighted frequency, 1 to 255.</summary>
    /// <param name="frequency">Sum over fields, above 0.</param>
    public static byte Quantise(float frequency)
    {
        var saturated = frequency / (RankingConstants.K1 + frequency);
        var level = (int)MathF.Round(saturated * RankingConstants.ImpactLevels);
        return (byte)Math.Clamp(level, 1, RankingConstants.ImpactLevels);
    }
}
