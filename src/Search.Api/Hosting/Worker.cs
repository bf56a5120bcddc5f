using Search.Api.Alerts;
using Search.Api.Collections;

namespace Search.Api.Hosting;

/// <summary>
/// Ingests what changed in the corpus since the last start, then follows the store, so that what another process
/// writes shows here, too.
/// </summary>
internal sealed partial class Worker(
    CollectionRegistry collections,
    StartIngestion start,
    HostWarmUp warmUp,
    CorrectionWork corrections,
    AlertWork alerts,
    SharedNode node,
    TimeProvider clock,
    ILogger<Worker> log) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await start.RunAsync(stoppingToken);
        warmUp.Search(stoppingToken);
        using var timer = new PeriodicTimer(PollInterval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Follow(stoppingToken);
                await corrections.FollowAsync(stoppingToken);
                if (node.Leads)
                {
                    alerts.Match(stoppingToken);
                }
            }
        }
        finally
        {
            await start.FinishAsync();
        }
    }

    private void Follow(CancellationToken stop)
    {
        try
        {
            foreach (var collection in collections.All)
            {
                if (collection.System.Engine.Revision != collection.System.Store.Revision || collection.System.IsIndexOfAnotherDay)
                {
                    collection.System.CatchUp(stop);
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The old generation goes on serving; the next tick tries again.
            Behind(e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index cannot follow the store: {Reason}")]
    private partial void Behind(string reason);
}
