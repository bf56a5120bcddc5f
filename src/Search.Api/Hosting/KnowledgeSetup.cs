using System.ComponentModel.DataAnnotations;
using Search.Api.Alerts;
using Search.Api.Collections;
using Search.Api.Settings;
using Search.Application.Reading;
using Search.Ingestion;
using Search.Ingestion.Handover;
using Search.Ingestion.Snapshots;
using Search.Store;

namespace Search.Api.Hosting;

/// <summary>Opens the knowledge base of the data folder and does the ingestion of the start.</summary>
public static partial class KnowledgeSetup
{
    /// <summary>
    /// Serves until stopped. What <see cref="SearchOptions.Corpus"/> holds is ingested first where the store is
    /// empty, so that the first answer is a full one; else in the background, while the old state is served.
    /// </summary>
    /// <param name="app">The host.</param>
    /// <param name="stop">Stops it.</param>
    public static async Task RunSearchAsync(this WebApplication app, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (HostSettings.IsDescribing)
        {
            await app.StartAsync(stop);
        }
        else
        {
            await app.StartSearchAsync(stop);
        }

        await app.WaitForShutdownAsync(stop);
    }

    internal static async Task StartSearchAsync(this WebApplication app, CancellationToken stop = default)
    {
        CollectionRegistry collections;
        await using (await SeedingHost.StartAsync(app.Configuration, app.Services.Settings(), stop))
        {
            collections = app.Services.GetRequiredService<CollectionRegistry>();
        }

        foreach (var report in collections.All.Select(collection => collection.System.Report))
        {
            if (report.MessageEnglish is { } found)
            {
                Found(app.Logger, found);
            }
        }

        if (KeyFile.TakeOver(
            app.Services.Settings().Data, app.Services.GetRequiredService<IRecordStore>(), app.Services.GetRequiredService<TimeProvider>()) is { } wrong)
        {
            NotTakenOver(app.Logger, wrong.English);
        }

        app.Services.GetRequiredService<FollowMetrics>();
        if (app.Services.GetRequiredService<SharedNode>().Leads && collections.All.Any(collection => collection.System.Store.Revision == 0))
        {
            await app.Services.GetRequiredService<StartIngestion>().RunAsync(stop);
        }

        await app.StartAsync(stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "On opening: {Found}")]
    private static partial void Found(ILogger log, string found);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reason}")]
    private static partial void NotTakenOver(ILogger log, string reason);

    internal static void AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var options = Options(provider.Settings(), provider.GetRequiredService<TimeProvider>());
            if (Seeding.Of(options) is { } seeding)
            {
                Found(provider.GetRequiredService<ILogger<KnowledgeBase>>(), seeding.MessageEnglish);
            }

            return KnowledgeBase.Open(options);
        });
        services.AddSingleton(provider =>
        {
            var (system, clock, options) = (
                provider.GetRequiredService<KnowledgeBase>(), provider.GetRequiredService<TimeProvider>(), provider.Settings());
            var memory = Memory(options) / (1 + options.SecretData.Count);
            var open = new CollectionReader(system, clock, memory);
            return new CollectionRegistry(system, open, new SearchMetrics(open, clock), options, memory, clock);
        });
        services.AddScoped<CurrentCollection>();
        services.AddFromCollection(collection => collection.CollectionReader);
        services.AddFromCollection(collection => collection.Search);
        services.AddFromCollection(collection => collection.Suggest);
        services.AddFromCollection(collection => collection.Documents);
        services.AddFromCollection(collection => collection.Graphs);
        services.AddFromCollection(collection => collection.Validity);
        services.AddFromCollection(collection => collection.Citations);
        services.AddFromCollection(collection => collection.Lookups);
        services.AddFromCollection(collection => collection.Repairs);
        services.AddFromCollection(collection => collection.Corrections);
        services.AddFromCollection(collection => collection.Sheets);
        services.AddSingleton<CorrectionWork>();
        services.AddSingleton<AlertWork>();
        services.AddSingleton<StartIngestion>();
        services.AddSingleton<SharedNode>();
        services.AddSingleton<FollowMetrics>();
        if (HostSettings.IsDescribing)
        {
            return;
        }

        services.AddHostedService<Worker>();
        services.AddSingleton<HostWarmUp>();
        services.AddHostedService(provider => provider.GetRequiredService<HostWarmUp>());
        services.AddHostedService<JobRunner>();
        services.AddSingleton<FolderWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<FolderWatch>());
        services.AddHostedService<Following>();
        services.AddHostedService<AlertDispatch>();
        services.AddHostedService<SnapshotPublishing>();
        services.AddHostedService(provider => new HandoverService(
            provider.GetRequiredService<KnowledgeBase>(), provider.Settings().Data, provider.GetRequiredService<ILogger<HandoverService>>()));
    }

    // Whatever a handler asks for comes from the collection of its caller.
    private static void AddFromCollection<T>(this IServiceCollection services, Func<HostedCollection, T> choose)
        where T : class =>
        services.AddScoped(provider => choose(provider.GetRequiredService<CurrentCollection>().Collection));

    /// <exception cref="ValidationException">A shared store without a folder for uploads that all hosts reach.</exception>
    private static KnowledgeOptions Options(SearchOptions options, TimeProvider clock)
    {
        var isShared = !string.IsNullOrEmpty(options.Store);
        if (isShared && string.IsNullOrEmpty(options.Uploads))
        {
            throw new ValidationException(
                "Search:Store cần Search:Uploads, một thư mục mà mọi máy chủ cùng đọc được. (Search:Store needs Search:Uploads, a folder that all hosts reach.)");
        }

        return new KnowledgeOptions
        {
            DataDirectory = options.Data,
            Clock = clock,
            FileTimeout = options.FileTimeout,
            SharedStore = isShared ? options.Store : null,
            Node = options.Node,
            Snapshots = isShared ? options.Snapshots : null,
            Uploads = isShared ? Path.Combine(options.Uploads!, options.Node) : null,
            Originals = isShared ? Path.Combine(options.Uploads!, ".originals") : null,
        };
    }

    private static long Memory(SearchOptions options) =>
        Math.Min((long)options.MemoryMegabytes << 20, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);
}
