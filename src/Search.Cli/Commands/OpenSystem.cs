using Search.Application;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Ingestion;
using Search.Store;

namespace Search.Cli.Commands;

/// <summary>An open data folder with the services that the API uses as well.</summary>
internal sealed class OpenSystem : IDisposable
{
    private readonly SearchMetrics _metrics;
    private readonly Collection _room;

    private OpenSystem(KnowledgeBase system)
    {
        var knowledge = new CollectionReader(system, TimeProvider.System);
        _metrics = new SearchMetrics(knowledge, TimeProvider.System);
        _room = new Collection(system, knowledge, _metrics, TimeProvider.System);
    }

    public KnowledgeBase Base => _room.System;

    public CollectionReader CollectionReader => _room.CollectionReader;

    public IDocumentStore Store => Base.Store;

    public SearchService Search => _room.Search;

    public DocumentService Documents => _room.Documents;

    public GraphService Graphs => _room.Graphs;

    public ValidityService Validity => _room.Validity;

    public LinkReview Links => _room.Links;

    public CitationService Citations => _room.Citations;

    public LookupService Lookups => _room.Lookups;

    /// <param name="run">The command.</param>
    /// <param name="writes">Whether it may change anything.</param>
    /// <exception cref="CommandException">The store is damaged, gone or of a newer version.</exception>
    public static OpenSystem Open(CommandRun run, bool writes = true)
    {
        KnowledgeBase system;
        try
        {
            system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = run.Data, Writes = writes });
        }
        catch (StoreDamagedException e)
        {
            throw CommandException.Failed($"Không mở kho ở '{run.Data}': {e.Message}", $"The store in '{run.Data}' is not opened, for the reason above.");
        }

        if (system.Report.Message is { } message)
        {
            run.Output.Note(message, system.Report.MessageEnglish ?? message);
        }

        foreach (var warning in system.Warnings.Where(warning => !string.Equals(warning.Message, system.Report.Message, StringComparison.Ordinal)))
        {
            run.Output.Note(warning.Message, warning.MessageEnglish);
        }

        return new OpenSystem(system);
    }

    /// <summary>Opens a data folder without a command around it.</summary>
    public static OpenSystem Open(KnowledgeOptions options) => new(KnowledgeBase.Open(options));

    public void Dispose()
    {
        _metrics.Dispose();
        CollectionReader.Close();
        Base.Dispose();
    }
}
