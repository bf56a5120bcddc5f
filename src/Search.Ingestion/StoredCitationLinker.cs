using Search.Citations;
using Search.Documents;
using Search.Ingestion.Corrections;
using Search.Store;

namespace Search.Ingestion;

/// <summary>Answers the store when a document arrives: which stubs it is, whether a stub is one document, and what the
/// mentions of a waiting document mean today, so that the order in which documents come does not matter.</summary>
internal sealed class StoredCitationLinker(CitationAnalysis analysis, StubMatcher stubs, LateCorrections corrections) : ICitationLinker
{
    public bool IsSame(KnownDocument stub, KnownDocument document, IDocumentRegistry registry) =>
        stub.Key != document.Key && stubs.Decide(stub, document, registry) == StubDecision.Same;

    public IReadOnlyList<StubPart> Partition(KnownDocument stub, IReadOnlyList<CitedDescription> mentions) =>
        stubs.Partition(stub, mentions);

    public bool MayName(string named, string title) => CitationAnalysis.MayName(named, title);

    public IReadOnlyList<Citation>? Relink(Document document, string source, IDocumentRegistry registry)
    {
        var known = corrections.Over(registry);
        return corrections.Apply(document, source, analysis.Cite(document, source, known), new ChainedRegistry(known, analysis.Register));
    }
}
