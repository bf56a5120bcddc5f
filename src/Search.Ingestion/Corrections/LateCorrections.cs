using Search.Citations;
using Search.Documents;

namespace Search.Ingestion.Corrections;

/// <summary>The corrections of citations, for those who are made before the store they lie in is open.</summary>
internal sealed class LateCorrections
{
    /// <summary>Set once the store is open; null before.</summary>
    public CitationCorrections? Opened { get; set; }

    /// <summary>A store with the documents that people know to exist.</summary>
    /// <param name="store">The store.</param>
    public IDocumentRegistry Over(IDocumentRegistry store) => Opened?.Over(store) ?? store;

    /// <inheritdoc cref="CitationCorrections.Apply"/>
    public IReadOnlyList<Citation> Apply(Document document, string source, IReadOnlyList<Citation> citations, IDocumentRegistry registry) =>
        Opened?.Apply(document, source, citations, registry) ?? citations;
}
