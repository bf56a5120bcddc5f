using Search.Citations;
using Search.Documents;
using Search.Text;

namespace Search.Ingestion.Steps;

/// <summary>Finds every mention of a document, in the normalized text and back to its place in the source.</summary>
internal sealed class CiteStep(CitationExtractor extractor) : IIngestionStep
{
    public string Name => "cite";

    public void Run(IngestionItem item, CancellationToken ct)
    {
        var normalized = DocumentText.Normalize(item.Source!.Text, item.Documents);
        ct.ThrowIfCancellationRequested();
        item.Mentions = [.. item.Documents.Select(document => extractor.Extract(
            item.Source, normalized, document, WorkBudget.For(document.Span.Length, ct)))];
    }
}
