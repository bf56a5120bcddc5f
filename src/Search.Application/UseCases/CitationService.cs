using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Store;
using Search.Text;

namespace Search.Application.UseCases;

/// <summary>Finds documents and citations in a text that is not in the store.</summary>
internal sealed class CitationService
{
    private readonly IDocumentStore? _store;
    private readonly DocumentAnalysis _analysis;
    private readonly CitationExtractor _extractor;
    private readonly CitationResolver _resolver;
    private readonly IDocumentRegistry _registry;

    public CitationService(CollectionReader knowledge)
        : this(knowledge.Base.Catalogue, knowledge.Store)
    {
    }

    /// <summary>Works with a store's knowledge, or with the register of known documents alone.</summary>
    public CitationService(Catalogue catalogue, IDocumentStore? store)
    {
        _store = store;
        _analysis = new DocumentAnalysis(catalogue);
        _extractor = new CitationExtractor(catalogue);
        _resolver = new CitationResolver(catalogue);
        var register = new RegisterOfKnownDocuments(catalogue);
        _registry = store is null ? register : new ChainedRegistry(store, register);
    }

    /// <summary>What is known: the store, then the register.</summary>
    public IDocumentRegistry Registry => _registry;

    /// <summary>The documents of a source and every mention of a document in them.</summary>
    /// <param name="source">What was read.</param>
    /// <param name="ct">Ends the analysis, which looks at it by itself.</param>
    /// <param name="mostMentions">More than so many are an error: a hostile text makes a mention of every ten characters.</param>
    /// <exception cref="SearchException">There are more mentions.</exception>
    public ExtractionAnswer Extract(SourceText source, CancellationToken ct = default, int mostMentions = int.MaxValue)
    {
        var (documents, citations) = Analyze(source, ct, mostMentions);
        return new ExtractionAnswer(
            [.. documents.Select(CitationLines.Of)],
            [.. citations.Where(citation => !citation.IsNote).Select(CitationLines.Of)],
            [.. citations.Where(citation => citation.IsNote).Select(CitationLines.Note)]);
    }

    /// <summary>The same as the model has it, with the status of every target as the store has it.</summary>
    public (IReadOnlyList<Document> Documents, IReadOnlyList<Citation> Citations) Analyze(
        SourceText source, CancellationToken ct = default, int mostMentions = int.MaxValue)
    {
        var documents = _analysis.Analyze(source, WorkBudget.For(source.Text.Length, ct));
        var normalized = DocumentText.Normalize(source.Text, documents);
        var citations = new List<Citation>();
        foreach (var document in documents)
        {
            var budget = WorkBudget.For(document.Span.Length, ct);
            var mentions = _extractor.Extract(source, normalized, document, budget);
            if (citations.Count + mentions.Count > mostMentions)
            {
                throw SearchException.Limit(
                    "text",
                    $"Văn bản có quá {mostMentions} dẫn chiếu; hãy gửi từng phần.",
                    $"The text has more than {mostMentions} citations; send it in parts.");
            }

            citations.AddRange(_resolver.Resolve(document, source, mentions, _registry, budget).Select(WithStatus));
        }

        return (documents, citations);
    }

    // Present means: in the store. Reading a file does not put it there.
    private Citation WithStatus(Citation citation)
    {
        if (citation.Target is not { } target)
        {
            return citation;
        }

        var status = _store?.Summary(target.Key)?.Status ?? DocumentStatus.Stub;
        return status == target.Status ? citation : citation with { Target = target with { Status = status } };
    }
}
