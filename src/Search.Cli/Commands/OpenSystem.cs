using Search.Api.Services;
using Search.Api.Telemetry;
using Search.Ingestion;
using Search.Store;

namespace Search.Cli.Commands;

/// <summary>An open data folder with the services that the API uses as well.</summary>
internal sealed class OpenSystem : IDisposable
{
    private readonly SearchMetrics _metrics;
    private readonly Room _room;

    private OpenSystem(KnowledgeSystem system)
    {
        var knowledge = new Knowledge(system, TimeProvider.System);
        _metrics = new SearchMetrics(knowledge, TimeProvider.System);
        _room = new Room(system, knowledge, _metrics, TimeProvider.System);
    }

    public KnowledgeSystem Base => _room.System;

    public Knowledge Knowledge => _room.Knowledge;

    public IKnowledgeBase Store => Base.Store;

    public SearchService Search => _room.Search;

    public DocumentService Documents => _room.Documents;

    public GraphService Graphs => _room.Graphs;

    public CitationService Citations => _room.Citations;

    public LookupService Lookups => _room.Lookups;

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
            throw CommandException.Failed($"Không mở kho ở '{run.Data}': {e.Message}", $"The store in '{run.Data}' is not opened, for the reason above.");
        }

        if (system.Report.Message is { } message)
        {
            run.Output.Note(message, system.Report.MessageEnglish ?? message);
        }

        return new OpenSystem(system);
    }

    /// <summary>Opens a data folder without a command around it.</summary>
    public static OpenSystem Open(KnowledgeOptions options) => new(KnowledgeSystem.Open(options));

    public void Dispose()
    {
        _metrics.Dispose();
        Knowledge.Close();
        Base.Dispose();
    }
}
