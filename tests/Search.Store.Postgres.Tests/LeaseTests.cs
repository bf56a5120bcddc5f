namespace Search.Store.Postgres.Tests;

public sealed class LeaseTests : IDisposable
{
    private readonly Nodes _nodes = new();

    [Fact]
    public void OneNodeIngestsAndAnotherTakesOverWhenItStepsDownOrDies()
    {
        var (one, other, third) = (_nodes.Add().Shared!, _nodes.Add().Shared!, _nodes.Add().Shared!);
        one.Beat(isReady: true);
        other.Beat(isReady: false);
        Assert.Equal((true, false), (one.IsLeading, other.IsLeading));
        Assert.Equal([true, false], other.Nodes.Select(node => node.IsReady));
        Assert.Equal([false, true], other.Nodes.Select(node => node.IsSelf));

        one.StepDown();
        other.Beat(isReady: true);
        one.Beat(isReady: true);
        Assert.Equal((false, true), (one.IsLeading, other.IsLeading));

        // A node that dies says nothing: its lease runs out.
        _nodes.Execute("UPDATE sync_leases SET until = clock_timestamp() - interval '1 second'");
        third.Beat(isReady: true);
        other.Beat(isReady: true);
        Assert.Equal((false, true), (other.IsLeading, third.IsLeading));
    }

    public void Dispose() => _nodes.Dispose();
}
