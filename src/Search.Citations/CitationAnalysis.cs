using Search.Citations.Resolution;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations;

/// <summary>
/// From a text that was read to documents with their citations, the one way for ingestion, for a text sent in and for linking
/// again: describe, normalize, extract, resolve. Ingestion takes the parts apart, because only the last needs to know what
/// is stored. Safe for any number of threads.
/// </summary>
/// <param name="catalogue">The names of the field.</param>
public sealed class CitationAnalysis(Catalogue catalogue)
{
    private readonly DocumentAnalysis _documents = new(catalogue);
    private readonly CitationExtractor _extractor = new(catalogue);
    private readonly CitationResolver _resolver = new(catalogue);
    private readonly Facts _facts = new(catalogue);

    /// <summary>The documents known from the catalogue's register.</summary>
    public IDocumentRegistry Register { get; } = new RegisterOfKnownDocuments(catalogue);

    /// <summary>The documents of a source in reading order, described and outlined; none when it holds no text.</summary>
    /// <exception cref="WorkBudgetException">It takes more steps than its length allows.</exception>
    public IReadOnlyList<Document> Describe(SourceText source, CancellationToken ct = default) => Describe(source, [], ct);

    /// <summary>As <see cref="Describe(SourceText, CancellationToken)"/>, of a source in which some stretches are known to be one document each.</summary>
    /// <param name="source">What was read.</param>
    /// <param name="stretches">The stretches; ascending, without overlaps.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="WorkBudgetException">It takes more steps than its length allows.</exception>
    public IReadOnlyList<Document> Describe(SourceText source, IReadOnlyList<TextSpan> stretches, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _documents.Analyze(source, stretches, WorkBudget.For(source.Text.Length, ct));
    }

    /// <summary>The key of a numbered document of which a person says what its letterhead bears: where many issuers share the sign
    /// of the number, its place stands in it.</summary>
    /// <param name="header">Its header, with a number.</param>
    public DocumentKey? KeyOf(DocumentHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return header.Docket is { } docket ? DocumentKey.ForNumber(docket.Canonical, _facts.Place(docket, header.ProvinceId), header.Date) : null;
    }

    /// <summary>The mentions of each document, in the order of the documents; nothing is linked.</summary>
    /// <exception cref="WorkBudgetException">It takes more steps than a document's length allows.</exception>
    public IReadOnlyList<IReadOnlyList<Mention>> Extract(SourceText source, IReadOnlyList<Document> documents, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(documents);
        var normalized = DocumentText.Normalize(source.Text, documents);
        ct.ThrowIfCancellationRequested();
        return [.. documents.Select(document => _extractor.Extract(source, normalized, document, Budget(document, ct)))];
    }

    /// <summary>Links the mentions of each document. The documents of the same source count first, then what is known, then the
    /// register.</summary>
    /// <param name="source">What was read.</param>
    /// <param name="documents">Its documents.</param>
    /// <param name="mentions">The mentions of each, from <see cref="Extract"/>.</param>
    /// <param name="known">The store; null where there is none.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="WorkBudgetException">It takes more steps than a document's length allows.</exception>
    public IReadOnlyList<IReadOnlyList<Citation>> Resolve(
        SourceText source, IReadOnlyList<Document> documents, IReadOnlyList<IReadOnlyList<Mention>> mentions, IDocumentRegistry? known, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(mentions);
        var own = new MemoryRegistry(documents.Select(KnownDocument.Of));
        var registry = known is null ? new ChainedRegistry(own, Register) : new ChainedRegistry(own, known, Register);
        return [.. documents.Zip(mentions, (document, found) => _resolver.Resolve(document, source, found, registry, Budget(document, ct)))];
    }

    /// <summary>Whether a mention by a title may mean a document of another one: linked to it, or open with it among the candidates.</summary>
    /// <param name="named">The title that the mention gives.</param>
    /// <param name="title">The document's title.</param>
    public static bool MayName(string named, string title) => Likeness.Titles(named, title) >= RegistryMatcher.LikeTitle;

    /// <summary>The citations of one document with their targets of today.</summary>
    /// <param name="document">The citing document.</param>
    /// <param name="text">The decoded text its spans point into.</param>
    /// <param name="known">What is known now.</param>
    public IReadOnlyList<Citation> Cite(Document document, string text, IDocumentRegistry known)
    {
        ArgumentNullException.ThrowIfNull(document);
        var source = new SourceText { Name = document.Key.Value, Text = text, Encoding = "utf-16", Blocks = [] };
        return Resolve(source, [document], Extract(source, [document]), known)[0];
    }

    private static WorkBudget Budget(Document document, CancellationToken ct) => WorkBudget.For(document.Span.Length, ct);
}
