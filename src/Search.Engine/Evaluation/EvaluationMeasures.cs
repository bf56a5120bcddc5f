namespace Search.Engine;

/// <summary>The usual measures of a ranked list, with binary relevance.</summary>
public static class EvaluationMeasures
{
    /// <summary>Normalized discounted cumulative gain of the first <paramref name="depth"/>.</summary>
    /// <param name="ranked">Ids, best first.</param>
    /// <param name="relevant">Ids that answer.</param>
    /// <param name="depth">How many count.</param>
    public static double Ndcg(IReadOnlyList<string> ranked, IReadOnlySet<string> relevant, int depth)
    {
        double gain = 0, ideal = 0;
        for (var i = 0; i < Math.Min(depth, ranked.Count); i++)
        {
            if (relevant.Contains(ranked[i]))
            {
                gain += 1 / Math.Log2(i + 2);
            }
        }

        for (var i = 0; i < Math.Min(depth, relevant.Count); i++)
        {
            ideal += 1 / Math.Log2(i + 2);
        }

        return ideal > 0 ? gain / ideal : 0;
    }

    /// <summary>One over the rank of the first relevant id among the first <paramref name="depth"/>, or 0.</summary>
    /// <param name="ranked">Ids, best first.</param>
    /// <param name="relevant">Ids that answer.</param>
    /// <param name="depth">How many count.</param>
    public static double ReciprocalRank(IReadOnlyList<string> ranked, IReadOnlySet<string> relevant, int depth)
    {
        for (var i = 0; i < Math.Min(depth, ranked.Count); i++)
        {
            if (relevant.Contains(ranked[i]))
            {
                return 1.0 / (i + 1);
            }
        }

        return 0;
    }

    /// <summary>Share of the relevant ids among the first <paramref name="depth"/>.</summary>
    /// <param name="ranked">Ids, best first.</param>
    /// <param name="relevant">Ids that answer.</param>
    /// <param name="depth">How many count.</param>
    public static double Recall(IReadOnlyList<string> ranked, IReadOnlySet<string> relevant, int depth) =>
        relevant.Count == 0 ? 0 : (double)ranked.Take(depth).Count(relevant.Contains) / relevant.Count;

    /// <summary>The value below which a share of the values lies (nearest rank).</summary>
    /// <param name="values">In any order.</param>
    /// <param name="share">0 to 1.</param>
    public static double Percentile(IReadOnlyCollection<double> values, double share)
    {
        if (values.Count == 0)
        {
            return 0;
        }

        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
