using Search.Api.Settings;
using Microsoft.Extensions.Options;
using Search.Api.Collections;
using Search.Engine;
using Search.Ingestion.Snapshots;
using Search.Store;

namespace Search.Api.Hosting;

/// <summary>Publishes snapshots of the open collection for new nodes of a shared store, on the node that ingests.</summary>
internal sealed partial class SnapshotPublishing(
    CollectionRegistry collections, SharedNode node, IOptions<SearchOptions> options, TimeProvider clock, ILogger<SnapshotPublishing> log) : BackgroundService
{
    /// <summary>How soon a snapshot goes that holds what nobody may read any more.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(20);

    private long _published = -1;
    private long _refused;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (node.Shared is null || options.Value.Snapshots is not { Length: > 0 } location)
        {
            return;
        }

        var next = clock.GetUtcNow();
        using var timer = new PeriodicTimer(LookEvery, clock);
        do
        {
            if (!node.Leads)
            {
                continue;
            }

            try
            {
                var refused = SnapshotWriter.CountRefused(collections.Open.System.Store);
                if (clock.GetUtcNow() >= next || (_published >= 0 && refused > _refused))
                {
                    // A thread of its own: it copies and sends gigabytes.
                    await Task.Factory.StartNew(
                        () => Publish(location, stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                    _refused = refused;
                    next = clock.GetUtcNow() + options.Value.SnapshotEvery;
                }
            }
            catch (Exception error) when (error is IOException or IndexBusyException or StoreBusyException or UnauthorizedAccessException or ArgumentException)
            {
                Failed(error.Message);
            }
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Publish(string location, CancellationToken stop)
    {
        using var storage = SnapshotLocation.Open(location);
        var manifest = SnapshotWriter.Publish(collections.Open.System, options.Value.Data, options.Value.Node, storage, clock, stop);
        if (manifest.Revision != _published)
        {
            _published = manifest.Revision;
            Published(manifest.Revision, manifest.Bytes >> 20, storage.Location);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Snapshot {Revision} of {Megabytes} MiB lies in {Location}")]
    private partial void Published(long revision, long megabytes, string location);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No snapshot could be published: {Reason}")]
    private partial void Failed(string reason);
}
