using Search.Citations;
using Search.Documents;
using Search.Store;
using Search.Text;

namespace Search.Ingestion.Steps;

/// <summary>Links each mention to one document, to a stub, or leaves it open. The documents of the same file count
/// first, then the store, then the register of known documents.</summary>
internal sealed class ResolveStep(CitationResolver resolver, IDocumentRegistry register) : IIngestionStep
{
    public string Name => "resolve";

    public void Run(IngestionItem item, CancellationToken ct)
    {
        var registry = new ChainedRegistry(new MemoryRegistry(item.Documents.Select(Known)), item.Changes!, register);
        var analyzed = new List<AnalyzedDocument>(item.Documents.Count);
        for (var i = 0; i < item.Documents.Count; i++)
        {
            var document = item.Documents[i];
            var citations = resolver.Resolve(document, item.Source!, item.Mentions[i], registry, WorkBudget.For(document.Span.Length, ct));
            analyzed.Add(new AnalyzedDocument(document, citations));
        }

        item.Analyzed = analyzed;
    }

    private static KnownDocument Known(Document document) => new()
    {
        Key = document.Key,
        Header = document.Header,
        Status = document.IsAbstract ? DocumentStatus.Abstract : DocumentStatus.Present,
    };
}
