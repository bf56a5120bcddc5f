using Search.Api.Alerts;
using Search.Api.Collections;

namespace Search.Api.Hosting;

/// <summary>Sends alerts that are due, on the one host that ingests: a receiver that hangs keeps nothing else waiting.</summary>
internal sealed class AlertDispatch(AlertWork alerts, SharedNode node, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (node.Leads)
            {
                await alerts.SendAsync(stoppingToken);
            }
        }
    }
}
