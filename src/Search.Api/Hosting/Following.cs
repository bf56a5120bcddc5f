using Search.Api.Collections;
using Search.Store;

namespace Search.Api.Hosting;

/// <summary>
/// Keeps the copy of a shared store and its index up to date, tells the other nodes that this one lives, and begins or
/// ends the ingestion of folders as this node becomes the one for it or another does.
/// </summary>
internal sealed partial class Following(
    CollectionRegistry collections, SharedNode node, StartIngestion start, FolderWatch watch, TimeProvider clock, ILogger<Following> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(3);

    /// <summary>A host that restarts is back by then.</summary>
    private static readonly TimeSpan TakeOverAfter = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, DateTimeOffset> _absentSince = new(StringComparer.Ordinal);
    private string? _problem;
    private bool _isWatching;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            node.Shared?.StepDown();
        }
        catch (Exception error) when (error is StoreBusyException or IOException)
        {
            // The lease runs out by itself.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (node.Shared is not { } shared)
        {
            return;
        }

        await Task.Yield();
        DateTimeOffset? beatAt = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (shared.Follow(stoppingToken) | collections.Open.System.Engine.Revision != collections.Open.System.Store.Revision | collections.Open.System.IsIndexOfAnotherDay)
                {
                    collections.Open.System.CatchUp(stoppingToken);
                }

                if (beatAt is not { } last || clock.GetUtcNow() - last >= BeatEvery)
                {
                    beatAt = clock.GetUtcNow();
                    shared.Beat(node.IsReady);
                    await LeadAsync(shared.IsLeading, stoppingToken);
                    TakeOver(shared);
                }

                Tell(null);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                // Whatever it was, a node that stopped following would answer from the past for ever.
                Tell(error.Message);
                await LeadAsync(shared.IsLeading, stoppingToken);
            }

            node.Update();
            await shared.WaitAsync(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await LeadAsync(false, CancellationToken.None);
    }

    /// <summary>The one that ingests finishes what hosts had accepted that are gone.</summary>
    private void TakeOver(ISharedTruth shared)
    {
        if (!shared.IsLeading)
        {
            _absentSince.Clear();
            return;
        }

        var now = clock.GetUtcNow();
        var present = shared.Nodes.Where(one => one.SilentFor < BeatEvery * 5).Select(one => one.Host).ToHashSet(StringComparer.Ordinal);
        var taken = collections.Open.Jobs.TakeOver(host =>
        {
            if (present.Contains(host))
            {
                _absentSince.Remove(host);
                return false;
            }

            return now - (_absentSince.TryAdd(host, now) ? now : _absentSince[host]) >= TakeOverAfter;
        });
        if (taken > 0)
        {
            TakenOver(taken);
        }
    }

    private async Task LeadAsync(bool leads, CancellationToken stop)
    {
        if (leads == _isWatching)
        {
            return;
        }

        _isWatching = leads;
        if (leads)
        {
            Leads();
            _ = start.RunAsync(stop);
            await watch.BeginAsync(stop);
        }
        else
        {
            LeadsNoMore();
            await watch.EndAsync(stop);
        }
    }

    private void Tell(string? problem)
    {
        if (!string.Equals(problem, _problem, StringComparison.Ordinal))
        {
            _problem = problem;
            if (problem is null)
            {
                Follows();
            }
            else
            {
                Stands(problem);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "This node ingests the folders")]
    private partial void Leads();

    [LoggerMessage(Level = LogLevel.Information, Message = "This node ingests the folders no more")]
    private partial void LeadsNoMore();

    [LoggerMessage(Level = LogLevel.Information, Message = "{Jobs} uploads of hosts that are gone are finished here")]
    private partial void TakenOver(int jobs);

    [LoggerMessage(Level = LogLevel.Information, Message = "The copy follows the shared store")]
    private partial void Follows();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The copy does not follow the shared store: {Reason}")]
    private partial void Stands(string reason);
}
