using Search.Application;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Cli.Output;
using Search.Ingestion;
using Search.Store;

namespace Search.Cli.Commands;

/// <summary>An open data folder with the services that the API uses as well.</summary>
internal sealed class OpenSystem : IDisposable
{
    private readonly SearchMetrics _metrics;

    private OpenSystem(KnowledgeBase system)
    {
        var knowledge = new CollectionReader(system, TimeProvider.System);
        _metrics = new SearchMetrics(knowledge, TimeProvider.System);
        Collection = new Collection(system, knowledge, _metrics, TimeProvider.System);
    }

    public Collection Collection { get; }

    public KnowledgeBase Base => Collection.System;

    public CollectionReader CollectionReader => Collection.CollectionReader;

    public IDocumentStore Store => Base.Store;

    public SearchService Search => Collection.Search;

    public DocumentService Documents => Collection.Documents;

    public GraphService Graphs => Collection.Graphs;

    public ValidityService Validity => Collection.Validity;

    public LinkReview Links => Collection.Links;

    public CitationService Citations => Collection.Citations;

    public LookupService Lookups => Collection.Lookups;

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
            var said = Message.Said(e.Message);
            throw CommandException.Failed($"Không mở được kho ở '{run.Data}': {said.Vietnamese}", $"The store in '{run.Data}' cannot be opened: {said.English}");
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
