using Search.Api.Services;
using Search.Api.Telemetry;
using Search.Ingestion;
using Search.Store;

namespace Search.Cli.Commands;

/// <summary>An open data folder with the services that the API uses as well.</summary>
internal sealed class OpenSystem : IDisposable
{
    private readonly SearchMetrics _metrics;

    private OpenSystem(KnowledgeSystem system)
    {
        Base = system;
        Knowledge = new Knowledge(system, TimeProvider.System);
        _metrics = new SearchMetrics(Knowledge, TimeProvider.System);
        Search = new SearchService(Knowledge, _metrics, TimeProvider.System);
        Documents = new DocumentService(Knowledge);
        Graphs = new GraphService(Knowledge);
        Citations = new CitationService(Knowledge);
        Lookups = new LookupService(Knowledge, Citations);
    }

    public KnowledgeSystem Base { get; }

    public Knowledge Knowledge { get; }

    public IKnowledgeBase Store => Base.Store;

    public SearchService Search { get; }

    public DocumentService Documents { get; }

    public GraphService Graphs { get; }

    public CitationService Citations { get; }

    public LookupService Lookups { get; }

    /// <exception cref="CommandException">The store is damaged or of a newer version.</exception>
    public static OpenSystem Open(CommandRun run)
    {
        KnowledgeSystem system;
        run.FindEngine();
        try
        {
            system = KnowledgeSystem.Open(new KnowledgeOptions { DataDirectory = run.Data, Engine = run.EngineName });
        }
        catch (StoreDamagedException e)
        {
            throw CommandException.Failed($"Kho ở '{run.Data}' bị hỏng: {e.Message}", $"The store in '{run.Data}' is damaged: {e.Message}");
        }

        if (system.Report.Message is { } message) run.Output.Note(message, system.Report.MessageEnglish ?? message);
        return new OpenSystem(system);
    }

    /// <summary>Opens a data folder without a command around it.</summary>
    public static OpenSystem Open(KnowledgeOptions options) => new(KnowledgeSystem.Open(options));

    public void Dispose()
    {
        _metrics.Dispose();
        Knowledge.Dispose();
        Base.Dispose();
    }
}
