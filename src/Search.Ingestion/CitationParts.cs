using Search.Citations;
using Search.Documents.Catalogues;
using Search.Ingestion.Corrections;

namespace Search.Ingestion;

/// <summary>The parts that find and link citations, made once for a catalogue.</summary>
internal sealed class CitationParts
{
    public CitationParts(Catalogue catalogue)
    {
        Corrections = new LateCorrections();
        Extractor = new CitationExtractor(catalogue);
        Resolver = new CitationResolver(catalogue);
        Register = new RegisterOfKnownDocuments(catalogue);
        Linker = new StoredCitationLinker(Extractor, Resolver, new StubMatcher(catalogue), Register, Corrections);
    }

    /// <summary>What people settled; empty until the store is open.</summary>
    public LateCorrections Corrections { get; }

    public CitationExtractor Extractor { get; }

    public CitationResolver Resolver { get; }

    public RegisterOfKnownDocuments Register { get; }

    public StoredCitationLinker Linker { get; }
}
