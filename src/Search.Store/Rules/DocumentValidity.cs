using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Store;

/// <summary>Whether stored documents are in force, from what other stored documents say of them: the one rule by which pages,
/// answers and the index know it.</summary>
/// <param name="catalogue">The catalogue whose relations end, change or confirm documents.</param>
public sealed class DocumentValidity(Catalogue catalogue)
{
    private readonly ValidityEvents _events = new(catalogue);

    /// <summary>The state of a document on a day, with the sentences that show it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="citedBy">The citations of it by others.</param>
    /// <param name="asOf">The day asked for.</param>
    /// <param name="today">The present day, on which undated events count.</param>
    public ValidityAnswer At(DocumentSummary document, IEnumerable<CitationRecord> citedBy, DateOnly asOf, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(citedBy);
        return ValidityTimeline.At(
            document.Key,
            document.Date,
            citedBy.Select(citing => _events.Of(citing.Citation, citing.Citing.Date, citing.Sentence)).OfType<ValidityEvent>(),
            asOf,
            today);
    }

    /// <summary>The state of a document today, without evidence: no citing text is read.</summary>
    /// <param name="store">The store that holds it and what cites it.</param>
    /// <param name="document">The document.</param>
    /// <param name="today">The present day.</param>
    public ValidityState Today(IDocumentStore store, DocumentSummary document, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(document);
        if (document.CitedBy == 0)
        {
            return ValidityState.Unknown;
        }

        var events = store.CitationsTo(document.Key)
            .Select(citation => _events.Of(citation, null, ""))
            .OfType<ValidityEvent>()
            .Select(happened => happened with { Date = store.Summary(happened.By)?.Date });
        return ValidityTimeline.At(document.Key, document.Date, events, today, today).State;
    }
}
