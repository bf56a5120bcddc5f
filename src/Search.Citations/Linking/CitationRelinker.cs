using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations;

/// <summary>
/// Resolves the stored citations of a document once more, after the knowledge base learnt of another document. Pure:
/// reads the text and the registry, writes nothing.
/// </summary>
public sealed class CitationRelinker
{
    private readonly CitationExtractor _extractor;
    private readonly CitationResolver _resolver;

    /// <summary>A relinker by the rules of a catalogue.</summary>
    public CitationRelinker(Catalogue catalogue)
    {
        _extractor = new CitationExtractor(catalogue);
        _resolver = new CitationResolver(catalogue);
        Stubs = new StubMatcher(catalogue);
    }

    /// <summary>The rules for stubs.</summary>
    public StubMatcher Stubs { get; }

    /// <summary>Whether a citation as it is linked now may mean a newcomer, so that its document should be relinked:
    /// same number; or same type and running number for a short form; or a document named by title. Cheap; never false
    /// where a link would come of it.</summary>
    public static bool MayConcern(Citation citation, KnownDocument newcomer)
    {
        ArgumentNullException.ThrowIfNull(citation);
        ArgumentNullException.ThrowIfNull(newcomer);
        if (citation.IsSelf || citation.Target is { Status: DocumentStatus.Present })
        {
            return false;
        }

        if (citation.Candidates.Contains(newcomer.Key) || newcomer.Key.Equals(citation.Target?.Key))
        {
            return true;
        }

        if (citation.Cited.Docket is { } docket)
        {
            return docket.Equals(newcomer.Docket);
        }

        if (citation.Cited.Sequence is { } sequence)
        {
            return string.Equals(newcomer.Docket?.Sequence, sequence, StringComparison.Ordinal);
        }

        return citation.Cited.Title is not null && newcomer.Title is not null
            && (citation.Cited.Type is null || string.Equals(citation.Cited.Type, newcomer.Type, StringComparison.Ordinal));
    }

    /// <summary>The citations of a document with their targets of today.</summary>
    /// <param name="document">The citing document.</param>
    /// <param name="source">The decoded text its spans point into.</param>
    /// <param name="citations">Its citations as they are linked now.</param>
    /// <param name="registry">What is known now.</param>
    /// <returns>The same citations in the same order; a citation that today's patterns no longer find stays as it is.</returns>
    public IReadOnlyList<Citation> Relink(
        Document document, string source, IReadOnlyList<Citation> citations, IDocumentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(citations);
        ArgumentNullException.ThrowIfNull(registry);
        var text = new SourceText { Name = "", Text = source, Encoding = "utf-16", Blocks = [] };
        var mentions = _extractor.Extract(text, DocumentText.Normalize(source, [document]), document);
        var today = new Dictionary<(TextSpan Span, TextSpan Core), Citation>();
        foreach (var citation in _resolver.Resolve(document, text, mentions, registry))
        {
            today.TryAdd((citation.Span, citation.Core), citation);
        }

        return
        [
            .. citations.Select(citation => today.TryGetValue((citation.Span, citation.Core), out var now)
                ? citation with
                {
                    Target = now.Target,
                    Candidates = now.Candidates,
                    IsSelf = now.IsSelf,
                    Form = now.Form,
                    Relation = now.Relation,
                    Reason = now.Reason,
                    Confidence = now.Confidence,
                }
                : citation),
        ];
    }
}
