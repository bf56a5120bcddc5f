using Microsoft.Extensions.Time.Testing;

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

    [Fact]
    public void WhoWasReadyIsNotKnownToBeWhenTheStoreHasNotBeenAskedForLong()
    {
        var clock = new FakeTimeProvider();
        var (one, other) = (_nodes.Add(clock: clock).Shared!, _nodes.Add().Shared!);
        other.Beat(isReady: true);
        one.Beat(isReady: true);

        clock.Advance(TimeSpan.FromSeconds(14));
        Assert.Equal([true, true], one.Nodes.Select(node => node.IsReady));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([false, false], one.Nodes.Select(node => node.IsReady));

        one.Beat(isReady: true);
        Assert.Equal([true, true], one.Nodes.Select(node => node.IsReady));
    }

    public void Dispose() => _nodes.Dispose();
}
