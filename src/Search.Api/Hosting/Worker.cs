using Microsoft.Extensions.Options;
using Search.Api.Alerts;
using Search.Api.Collections;
using Search.Api.Settings;
using Search.Application.Contracts;
using Search.Documents;

namespace Search.Api.Hosting;

/// <summary>
/// Ingests what changed in the corpus since the last start, then follows the store, so that what another process
/// writes shows here, too.
/// </summary>
internal sealed partial class Worker(
    CollectionRegistry collections,
    StartIngestion start,
    CorrectionWork corrections,
    AlertWork alerts,
    SharedNode node,
    TimeProvider clock,
    IOptions<SearchOptions> options,
    IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
    ILogger<Worker> log) : BackgroundService
{
    private const int WarmingSearches = 400;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await start.RunAsync(stoppingToken);
        if (options.Value.WarmUp)
        {
            WarmUp(stoppingToken);
        }

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

    // The first searches compile and read more than all later ones: better here than in a reader's time.
    private void WarmUp(CancellationToken stop)
    {
        try
        {
            var (search, knowledge) = (collections.Open.Search, collections.Open.CollectionReader);
            search.Search(new SearchQuery { Q = "chỉ thị", Facets = true }, stop);
            _ = knowledge.Graph;
            foreach (var document in knowledge.List(includeStubs: false).Take(WarmingSearches))
            {
                if (stop.IsCancellationRequested)
                {
                    return;
                }

                var words = (document.Title ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var answer = search.Search(
                    new SearchQuery { Q = string.Join(' ', words.Where(word => word.All(char.IsLetterOrDigit)).Take(4)) }, stop);
                _ = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(answer, json.Value.SerializerOptions);
            }

            foreach (var collection in collections.All)
            {
                collection.CollectionReader.WarmUp(stop);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Behind(e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index cannot follow the store: {Reason}")]
    private partial void Behind(string reason);
}
