namespace Search.Engine.Tests;

public sealed class EvaluationMeasuresTests
{
    private static readonly HashSet<string> Relevant = new(["a", "b"], StringComparer.Ordinal);

    [Fact]
    public void MeasuresFollowTheirDefinitions()
    {
        string[] ranked = ["x", "a", "y", "b"];
        var gain = (1 / Math.Log2(3)) + (1 / Math.Log2(5));
        Assert.Equal(gain / (1 + (1 / Math.Log2(3))), EvaluationMeasures.Ndcg(ranked, Relevant, 10), 12);
        Assert.Equal(0.5, EvaluationMeasures.ReciprocalRank(ranked, Relevant, 10));
        Assert.Equal(0.5, EvaluationMeasures.Recall(ranked, Relevant, 2));
        Assert.Equal(1, EvaluationMeasures.Recall(ranked, Relevant, 4));
        Assert.Equal(0, EvaluationMeasures.ReciprocalRank(["x"], Relevant, 10));
        Assert.Equal(1, EvaluationMeasures.Ndcg(["b", "a"], Relevant, 10), 12);
    }

    [Fact]
    public void PercentilesTakeTheNearestRank()
    {
        double[] values = [5, 1, 3, 2, 4];
        Assert.Equal(3, EvaluationMeasures.Percentile(values, 0.5));
        Assert.Equal(5, EvaluationMeasures.Percentile(values, 0.99));
        Assert.Equal(0, EvaluationMeasures.Percentile([], 0.5));
    }
}
