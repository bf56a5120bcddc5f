using Search.Citations;

namespace Search.Ingestion.Steps;

/// <summary>Finds every mention of a document, in the normalized text and back to its place in the source.</summary>
internal sealed class CiteStep(CitationAnalysis analysis) : IIngestionStep
{
    public string Name => "cite";

    public void Run(IngestionItem item, CancellationToken ct) => item.Mentions = analysis.Extract(item.Source!, item.Documents, ct);
}
