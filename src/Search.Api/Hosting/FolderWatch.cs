using Microsoft.Extensions.Options;
using Search.Api.Collections;
using Search.Api.Settings;
using Search.Ingestion;

namespace Search.Api.Hosting;

/// <summary>Takes in what appears in the corpus and in the upload folders while the host runs: a worker a room, as each
/// room has a store of its own and lets in what its level allows.</summary>
internal sealed class FolderWatch(
    CollectionRegistry rooms, IOptions<SearchOptions> options, ILogger<IngestionWorker> log, TimeProvider clock) : IHostedService, IDisposable
{
    private readonly List<IngestionWorker> _workers = [];

    /// <summary>Begins, unless the host shares its store: then <see cref="Following"/> says when.</summary>
    public Task StartAsync(CancellationToken cancellationToken) =>
        rooms.Open.System.Store.Shared is null ? BeginAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => EndAsync(cancellationToken);

    /// <summary>Begins to watch.</summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        if (!options.Value.Watch)
        {
            return;
        }

        foreach (var room in rooms.All)
        {
            var folders = new IngestionWorkerOptions { Folders = [options.Value.Corpus, room.System.UploadFolder] };
            var worker = new IngestionWorker(room.System, folders, log, clock);
            lock (_workers)
            {
                _workers.Add(worker);
            }

            await worker.StartAsync(ct);
        }
    }

    /// <summary>Watches no more.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        List<IngestionWorker> workers;
        lock (_workers)
        {
            workers = [.. _workers];
            _workers.Clear();
        }

        await Task.WhenAll(workers.Select(worker => worker.StopAsync(ct)));
        workers.ForEach(static worker => worker.Dispose());
    }

    public void Dispose()
    {
        foreach (var worker in _workers)
        {
            worker.Dispose();
        }
    }
}
