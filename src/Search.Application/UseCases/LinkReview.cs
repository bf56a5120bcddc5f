using Search.Application.Contracts;
using Search.Application.Reading;
using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Application.UseCases;

/// <summary>Looks over the links of a collection: none may lead into the future, and what another register would change.</summary>
internal sealed class LinkReview(CollectionReader knowledge)
{
    /// <summary>How many citations of one document that would be later than it make its own date doubtful.</summary>
    private const int DoubtfulFrom = 2;
    private const int MostOpen = 100_000;

    /// <summary>Links from a document to one of a later date; consolidated texts are exempt.</summary>
    public IReadOnlyList<LinkFinding> IntoTheFuture()
    {
        var dates = knowledge.List(includeStubs: true).ToDictionary(summary => summary.Key, summary => (summary.Date, summary.Type));
        return
        [
            .. knowledge.Store.Links()
                .Where(link => link is { IsNote: false, IsSelf: false, Target: not null } && dates.TryGetValue(link.Document, out var citing) && citing.Date is { } day
                    && link.Target.Date > day && !(citing.Type is { } type && knowledge.Base.Catalogue.Type(type) is { Consolidates: true }))
                .Select(link => new LinkFinding(link.Document.Value, link.Text, link.Target!.Key.Value, null)),
        ];
    }

    /// <summary>Documents that cite several later ones: their own date was read or inferred wrongly.</summary>
    public IReadOnlyList<string> DoubtfulDates() =>
    [
        .. knowledge.Store.OpenCitations(MostOpen)
            .Where(open => string.Equals(open.Citation.Reason, CitationResolver.LaterReason, StringComparison.Ordinal))
            .GroupBy(open => open.Citing.Key.Value, StringComparer.Ordinal)
            .Where(group => group.SelectMany(open => open.Citation.Candidates).Distinct().Count() >= DoubtfulFrom)
            .Select(group => group.Key).Order(StringComparer.Ordinal),
    ];

    /// <summary>The links that another register of known documents would change.</summary>
    /// <param name="other">A catalogue with that register.</param>
    /// <param name="ct">Stops between two documents.</param>
    public IReadOnlyList<LinkFinding> ChangedBy(Catalogue other, CancellationToken ct)
    {
        var extractor = new CitationExtractor(knowledge.Base.Catalogue);
        var resolver = new CitationResolver(knowledge.Base.Catalogue);
        var held = new Held(knowledge.Store);
        var today = new ChainedRegistry(held, new RegisterOfKnownDocuments(knowledge.Base.Catalogue));
        var then = new ChainedRegistry(held, new RegisterOfKnownDocuments(other));
        var changes = new List<LinkFinding>();
        foreach (var summary in knowledge.List(includeStubs: false))
        {
            ct.ThrowIfCancellationRequested();
            if (knowledge.Document(summary.Key) is not { Document: { IsAbstract: false } document, SourceText: { } text })
            {
                continue;
            }

            var source = DocumentReaders.FromText(document.Key.Slug + ".txt", text);
            var mentions = extractor.Extract(source, VietnameseNormalizer.Normalize(text), document);
            var before = resolver.Resolve(document, source, mentions, today);
            var after = resolver.Resolve(document, source, mentions, then);
            for (var i = 0; i < before.Count; i++)
            {
                if (!Equals(before[i].Target?.Key, after[i].Target?.Key))
                {
                    changes.Add(new LinkFinding(document.Key.Value, before[i].Text, before[i].Target?.Key.Value, after[i].Target?.Key.Value));
                }
            }
        }

        return changes;
    }

    /// <summary>The documents that are there: a stub only repeats what a citation says, and would stand beside its own document.</summary>
    private sealed class Held(IDocumentRegistry store) : IDocumentRegistry
    {
        public KnownDocument? Find(DocumentKey key) => store.Find(key) is { Status: not DocumentStatus.Stub } found ? found : null;

        public IReadOnlyList<KnownDocument> FindByNumber(string canonicalNumber) => Only(store.FindByNumber(canonicalNumber));

        public IReadOnlyList<KnownDocument> FindBySequence(string type, string sequence) => Only(store.FindBySequence(type, sequence));

        public IReadOnlyList<KnownDocument> FindByTitle(string type, string title, int limit) => Only(store.FindByTitle(type, title, limit));

        private static List<KnownDocument> Only(IReadOnlyList<KnownDocument> found) => [.. found.Where(document => document.Status != DocumentStatus.Stub)];
    }
}
