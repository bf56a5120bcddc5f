using Search.Api.Contracts;
using Search.Api.Services;
using Search.Api.Telemetry;
using Search.Ingestion;

namespace Search.Api.Hosting;

/// <summary>
/// Takes in what changed in the corpus since the last start, then follows the store, so that what another process
/// writes shows here, too.
/// </summary>
internal sealed partial class Worker(
    KnowledgeSystem system,
    Knowledge knowledge,
    SearchService search,
    StartIngestion start,
    PrometheusReader metrics,
    TimeProvider clock,
    ILogger<Worker> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        // Made now, so that metrics count from the start and not from the first look at them.
        ArgumentNullException.ThrowIfNull(metrics);
        await start.RunAsync(stoppingToken);
        WarmUp(stoppingToken);
        using var timer = new PeriodicTimer(LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (system.Engine.Revision != system.Store.Revision) system.CatchUp(stoppingToken);
            }
            catch (Exception e) when (e is IOException or InvalidOperationException)
            {
                // The old generation goes on serving; the next tick tries again.
                Behind(e.Message);
            }
        }
    }

    // The first search compiles and reads more than all later ones: better here than in a reader's time.
    private void WarmUp(CancellationToken stop)
    {
        try
        {
            search.Search(new SearchQuery { Q = "chỉ thị", Facets = true }, stop);
            _ = knowledge.Graph;
            knowledge.WarmUp(stop);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            Behind(e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index cannot follow the store: {Reason}")]
    private partial void Behind(string reason);
}
