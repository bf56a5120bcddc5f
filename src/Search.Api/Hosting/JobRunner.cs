using Search.Api.Collections;
using Search.Api.Jobs;

namespace Search.Api.Hosting;

/// <summary>Works on the jobs of every collection while the host runs. Runs write one after the other, so that jobs, the
/// watch and the ingestion of the start take turns.</summary>
internal sealed partial class JobRunner(CollectionRegistry collections, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    /// <summary>After a failure that no job is to blame for the queue is taken up again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll(collections.All.Select(collection => RunAsync(collection.Jobs, stoppingToken)));
    }

    private async Task RunAsync(IngestJobs jobs, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await jobs.RunAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Going down: what is left is on disk, and the next start takes it up.
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                Interrupted(error.Message);
                await Task.Delay(Pause, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The work on uploads was interrupted and is taken up again: {Reason}")]
    private partial void Interrupted(string reason);
}
