namespace Search.Engine.Tests;

public sealed class PairedBootstrapTests
{
    [Fact]
    public void AGainOnEveryQuestionExcludesZero()
    {
        var before = Enumerable.Range(0, 200).Select(i => i % 10 / 10.0).ToList();

        var interval = PairedBootstrap.Difference(before, [.. before.Select(value => value + 0.02)]);

        Assert.Equal(0.02, interval.Mean, 6);
        Assert.True(interval.ExcludesZero);
    }

    [Fact]
    public void GainsAndLossesThatBalanceHoldZero()
    {
        var before = Enumerable.Repeat(0.5, 200).ToList();

        var interval = PairedBootstrap.Difference(before, [.. before.Select((value, i) => value + (i % 2 == 0 ? 0.3 : -0.3))]);

        Assert.False(interval.ExcludesZero);
        Assert.InRange(interval.Low, -0.1, 0);
        Assert.InRange(interval.High, 0, 0.1);
    }

    [Fact]
    public void TheIntervalNarrowsWithTheQuestions()
    {
        double[] Values(int count) => [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 1.0 : 0.0)];

        var few = PairedBootstrap.Mean(Values(20));
        var many = PairedBootstrap.Mean(Values(2_000));

        Assert.True(many.High - many.Low < (few.High - few.Low) / 5);
    }

    [Fact]
    public void DifferentQuestionsAreRefused() =>
        Assert.Throws<ArgumentException>(() => PairedBootstrap.Difference([1], [1, 2]));
}
