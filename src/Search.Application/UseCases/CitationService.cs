using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Store;

namespace Search.Application.UseCases;

/// <summary>Finds documents and citations in a text that is not in the store.</summary>
internal sealed class CitationService
{
    private readonly IDocumentStore? _store;
    private readonly IDocumentRegistry? _known;
    private readonly CitationAnalysis _analysis;

    /// <summary>Works with what a collection knows.</summary>
    public CitationService(CollectionReader knowledge)
    {
        _store = knowledge.Store;
        _analysis = knowledge.Base.Analysis;
        _known = knowledge.Base.Corrections.Over(_store);
        Registry = new ChainedRegistry(_known, _analysis.Register);
    }

    /// <summary>Works with the register of known documents alone.</summary>
    public CitationService(Catalogue catalogue)
    {
        _analysis = new CitationAnalysis(catalogue);
        Registry = _analysis.Register;
    }

    /// <summary>What is known: the store, then the register.</summary>
    public IDocumentRegistry Registry { get; }

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
        var documents = _analysis.Describe(source, ct);
        var mentions = _analysis.Extract(source, documents, ct);
        if (mentions.Sum(found => found.Count) > mostMentions)
        {
            throw SearchException.Limit(
                "text",
                $"Văn bản có quá {mostMentions} dẫn chiếu; hãy gửi từng phần.",
                $"The text has more than {mostMentions} citations; send it in parts.");
        }

        return (documents, [.. _analysis.Resolve(source, documents, mentions, _known, ct).SelectMany(citations => citations).Select(WithStatus)]);
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
