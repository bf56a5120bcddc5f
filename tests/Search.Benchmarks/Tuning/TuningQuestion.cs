namespace Search.Benchmarks;

/// <summary>A question with the passages the engine finds first, and what the re-ranker sees of them.</summary>
/// <param name="Fold">The fold it is held out in.</param>
/// <param name="Relevant">How many passages answer it.</param>
/// <param name="Answers">Which of the passages answer it, best first by BM25F.</param>
/// <param name="Features">One row a passage: each feature, then each feature times the lean of the question.</param>
internal sealed record TuningQuestion(int Fold, int Relevant, bool[] Answers, float[][] Features)
{
    /// <summary>1 where the first passage answers.</summary>
    public double First(float[] weights)
    {
        var scores = Features.Select(row => Linear.Sum(weights, row)).ToArray();
        return Answers[Array.IndexOf(scores, scores.Max())] ? 1 : 0;
    }

    /// <summary>nDCG@10 when the passages are ordered by a weighted sum of their features; by BM25F without weights.</summary>
    public double Ndcg(float[]? weights)
    {
        var order = Enumerable.Range(0, Answers.Length).ToArray();
        if (weights is not null)
        {
            var scores = Features.Select(row => -Linear.Sum(weights, row)).ToArray();
            Array.Sort(scores, order);
        }

        var gain = 0.0;
        var ideal = 0.0;
        for (var i = 0; i < 10; i++)
        {
            var discount = 1 / Math.Log2(i + 2);
            if (i < order.Length && Answers[order[i]])
            {
                gain += discount;
            }

            if (i < Relevant)
            {
                ideal += discount;
            }
        }

        return gain / ideal;
    }
}
