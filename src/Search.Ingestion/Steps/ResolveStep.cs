using Search.Citations;
using Search.Ingestion.Corrections;
using Search.Store;

namespace Search.Ingestion.Steps;

/// <summary>Links each mention to one document, to a stub, or leaves it open. The documents of the same file count
/// first, then the store, then the register of known documents; what a person settled counts before all.</summary>
internal sealed class ResolveStep(CitationAnalysis analysis, LateCorrections corrections) : IIngestionStep
{
    public string Name => "resolve";

    public void Run(IngestionItem item, CancellationToken ct)
    {
        var known = corrections.Over(item.Changes!);
        var registry = new ChainedRegistry(new MemoryRegistry(item.Documents.Select(KnownDocument.Of)), known, analysis.Register);
        item.Analyzed =
        [
            .. item.Documents.Zip(
                analysis.Resolve(item.Source!, item.Documents, item.Mentions, known, ct),
                (document, citations) => new AnalyzedDocument(document, corrections.Apply(document, item.Source!.Text, citations, registry))),
        ];
    }
}
