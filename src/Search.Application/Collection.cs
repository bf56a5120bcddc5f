using Search.Application.Alerts;
using Search.Application.Corrections;
using Search.Application.Notebooks;
using Search.Application.Reading;
using Search.Application.Sheets;
using Search.Application.UseCases;
using Search.Ingestion;

namespace Search.Application;

/// <summary>
/// A collection with everything that answers from it: store, index, graph and memory of its own. What a caller may not
/// see is not filtered out of a common index, where counts, suggestions and ranks would still tell of it; it lies in
/// another collection.
/// </summary>
internal class Collection
{
    public Collection(KnowledgeBase system, CollectionReader knowledge, SearchMetrics metrics, TimeProvider clock)
    {
        System = system;
        CollectionReader = knowledge;
        Search = new SearchService(knowledge, metrics, clock);
        Suggest = new SuggestService(knowledge);
        Citations = new CitationService(knowledge);
        Lookups = new LookupService(knowledge, Citations);
        Documents = new DocumentService(knowledge, Lookups);
        Graphs = new GraphService(knowledge);
        Validity = new ValidityService(knowledge, clock);
        Links = new LinkReview(knowledge);
        Sheets = new SheetService(knowledge, Documents);
        Repairs = new RepairService(system.Corrections);
        Corrections = new CorrectionService(system, Documents, Repairs, clock);
        Notebook = new Notebook(system.Store, Documents, clock);
        Follows = new FollowService(knowledge, Documents, Graphs, clock);
    }

    public KnowledgeBase System { get; }

    public CollectionReader CollectionReader { get; }

    public SearchService Search { get; }

    public SuggestService Suggest { get; }

    public DocumentService Documents { get; }

    public GraphService Graphs { get; }

    public ValidityService Validity { get; }

    public LinkReview Links { get; }

    public CitationService Citations { get; }

    public LookupService Lookups { get; }

    public SheetService Sheets { get; }

    public CorrectionService Corrections { get; }

    public Notebook Notebook { get; }

    public FollowService Follows { get; }

    public RepairService Repairs { get; }
}
