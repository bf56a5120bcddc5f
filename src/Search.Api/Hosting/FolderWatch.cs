using Microsoft.Extensions.Options;
using Search.Api.Collections;
using Search.Api.Settings;
using Search.Ingestion;

namespace Search.Api.Hosting;

/// <summary>Ingests what appears in the corpus and in the upload folders while the host runs: a worker a collection, as each
/// collection has a store of its own and lets in what its level allows.</summary>
internal sealed class FolderWatch(
    CollectionRegistry collections, IOptions<SearchOptions> options, ILogger<IngestionWorker> log, TimeProvider clock) : IHostedService, IDisposable
{
    private readonly List<IngestionWorker> _workers = [];

    /// <summary>Begins, unless the host shares its store: then <see cref="Following"/> says when.</summary>
    public Task StartAsync(CancellationToken cancellationToken) =>
        collections.Open.System.Store.Shared is null ? BeginAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => EndAsync(cancellationToken);

    /// <summary>Begins to watch.</summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        if (!options.Value.Watch)
        {
            return;
        }

        foreach (var collection in collections.All)
        {
            var folders = new IngestionWorkerOptions { Folders = [options.Value.Corpus, collection.System.UploadFolder] };
            var worker = new IngestionWorker(collection.System, folders, log, clock);
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
