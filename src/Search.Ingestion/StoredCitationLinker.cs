using Search.Citations;
using Search.Documents;
using Search.Store;
using Search.Text;

namespace Search.Ingestion;

/// <summary>Answers the store when a document arrives: finds the mentions of a waiting document again and resolves them
/// as if it came today, so that the order in which documents come does not matter.</summary>
internal sealed class StoredCitationLinker(
    CitationExtractor extractor, CitationResolver resolver, IDocumentRegistry register) : ICitationLinker
{
    public bool IsSame(KnownDocument stub, KnownDocument document, IDocumentRegistry registry)
    {
        if (stub.Key == document.Key || stub.Docket is null || stub.Docket != document.Docket
            || !SamePlace(stub.Key.Place, document.Key.Place))
        {
            return false;
        }

        // The date of the stub says less than the document's: its year, its term. An unknown date says nothing.
        return stub.Key.DatePart switch
        {
            null or DocumentKey.Unknown => false,
            { Length: 4 } year when int.TryParse(year, out var number) => document.Date?.Year == number,
            var term => document.Term is not null && string.Equals(term, document.Term, StringComparison.Ordinal),
        };
    }

    public IReadOnlyList<Citation>? Relink(Document document, string source, IDocumentRegistry registry)
    {
        var text = new SourceText { Name = document.Key.Value, Text = source, Encoding = "utf-16", Blocks = [] };
        var mentions = extractor.Extract(text, VietnameseNormalizer.Normalize(source), document);
        return resolver.Resolve(document, text, mentions, new ChainedRegistry(registry, register));
    }

    private static bool SamePlace(string? stub, string? document) => string.Equals(stub, document, StringComparison.Ordinal);
}
