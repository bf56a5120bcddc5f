using Search.Api.Collections;

namespace Search.Api.Jobs;

/// <summary>Works on the jobs of every room while the host runs. Runs write one after the other, so that jobs, the
/// watch and the ingestion of the start take turns.</summary>
internal sealed class JobRunner(CollectionRegistry rooms) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await Task.WhenAll(rooms.All.Select(room => room.Jobs.RunAsync(stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Going down: what is left is on disk, and the next start takes it up.
        }
    }
}
