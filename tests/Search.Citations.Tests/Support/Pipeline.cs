using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Citations.Tests.Support;

/// <summary>Extraction and resolution in one call.</summary>
internal static class Pipeline
{
    public static CitationExtractor Extractor { get; } = new(Catalogue.Default);

    public static CitationResolver Resolver { get; } = new(Catalogue.Default);

    public static IDocumentRegistry Register { get; } = new RegisterOfKnownDocuments(Catalogue.Default);

    public static IReadOnlyList<Citation> Cite(SourceText source, Document host, IDocumentRegistry? registry = null) =>
        Resolver.Resolve(host, source, Extractor.Extract(source, DocumentText.Normalize(source.Text, [host]), host), registry ?? Register);

    public static IReadOnlyList<Citation> Cite(SourceText source, IEnumerable<Document> hosts, IDocumentRegistry? registry = null) =>
        [.. hosts.SelectMany(host => Cite(source, host, registry))];
}
