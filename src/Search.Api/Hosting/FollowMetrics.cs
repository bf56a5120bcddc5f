using System.Diagnostics.Metrics;
using Search.Api.Collections;
using Search.Application.Reading;

namespace Search.Api.Hosting;

/// <summary>How a node follows a shared store; a host with a store of its own has no such series.</summary>
internal sealed class FollowMetrics : IDisposable
{
    private readonly Meter _meter = new(SearchMetrics.MeterName);

    public FollowMetrics(SharedNode node)
    {
        if (node.Shared is not { } shared)
        {
            return;
        }

        _meter.CreateObservableGauge("search.follow.applied", () => shared.State.AppliedRevision, "{revision}", "Revision that the copy holds.");
        _meter.CreateObservableGauge("search.follow.head", () => shared.State.HeadRevision, "{revision}", "Revision that the shared store was seen to have.");
        _meter.CreateObservableGauge("search.follow.lag", () => node.Lag.TotalSeconds, "s", "How long the copy has been behind, or has not been told.");
        _meter.CreateObservableGauge("search.follow.leads", () => node.Leads ? 1 : 0, "{node}", "1 on the node that ingests folders.");
        _meter.CreateObservableGauge("search.follow.ready", () => node.IsReady ? 1 : 0, "{node}", "1 while a load balancer should ask this node.");
        _meter.CreateObservableGauge("search.follow.stale", () => node.IsStale ? 1 : 0, "{node}", "1 while it answers though it is far behind.");
        _meter.CreateObservableGauge(
            "search.follow.nodes", () => shared.Nodes.Count(one => one.IsReady), "{node}", "Nodes that said of late that they want to be asked.");
    }

    public void Dispose() => _meter.Dispose();
}
