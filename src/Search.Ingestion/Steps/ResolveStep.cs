using Search.Citations;
using Search.Store;

namespace Search.Ingestion.Steps;

/// <summary>Links each mention to one document, to a stub, or leaves it open. The documents of the same file count
/// first, then the store, then the register of known documents.</summary>
internal sealed class ResolveStep(CitationAnalysis analysis) : IIngestionStep
{
    public string Name => "resolve";

    public void Run(IngestionItem item, CancellationToken ct) => item.Analyzed =
        [.. item.Documents.Zip(analysis.Resolve(item.Source!, item.Documents, item.Mentions, item.Changes!, ct), (document, citations) => new AnalyzedDocument(document, citations))];
}
