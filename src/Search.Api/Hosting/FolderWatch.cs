using Microsoft.Extensions.Options;
using Search.Api.Collections;
using Search.Ingestion;

namespace Search.Api.Hosting;

/// <summary>Takes in what appears in the corpus and in the upload folders while the host runs: a worker a room, as each
/// room has a store of its own and lets in what its level allows.</summary>
internal sealed class FolderWatch(
    CollectionRegistry rooms, IOptions<SearchOptions> options, ILogger<IngestionWorker> log, TimeProvider clock) : IHostedService, IDisposable
{
    private readonly List<IngestionWorker> _workers = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Watch)
        {
            return;
        }

        foreach (var room in rooms.All)
        {
            var folders = new IngestionWorkerOptions { Folders = [options.Value.Corpus, room.System.UploadFolder] };
            var worker = new IngestionWorker(room.System, folders, log, clock);
            _workers.Add(worker);
            await worker.StartAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_workers.Select(worker => worker.StopAsync(cancellationToken)));

    public void Dispose()
    {
        foreach (var worker in _workers)
        {
            worker.Dispose();
        }
    }
}
