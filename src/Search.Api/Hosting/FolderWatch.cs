using Search.Ingestion;

namespace Search.Api.Hosting;

/// <summary>Takes in what appears in the corpus and the upload folder while the host runs.</summary>
internal static class FolderWatch
{
    public static void AddFolderWatch(this IServiceCollection services) => services.AddHostedService(provider =>
    {
        var system = provider.GetRequiredService<KnowledgeSystem>();
        var settings = provider.Settings();
        return new IngestionWorker(
            system,
            new IngestionWorkerOptions { Folders = settings.Watch ? [settings.Corpus, system.UploadFolder] : [] },
            provider.GetRequiredService<ILogger<IngestionWorker>>(),
            provider.GetRequiredService<TimeProvider>());
    });
}
