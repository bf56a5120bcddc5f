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
    /// <param name="own">What it says of its own force (<see cref="IDocumentStore.OwnDays"/>).</param>
    /// <param name="asOf">The day asked for.</param>
    /// <param name="today">The present day, on which undated events count.</param>
    public ValidityAnswer At(DocumentSummary document, IEnumerable<CitationRecord> citedBy, IReadOnlyList<CitationRecord> own, DateOnly asOf, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(citedBy);
        ArgumentNullException.ThrowIfNull(own);
        return ValidityTimeline.At(
            document.Key,
            document.Date,
            citedBy.Concat(own).SelectMany(citing => _events.Of(citing.Citation, citing.Citing.Date, citing.Sentence)),
            asOf,
            today,
            ValidityEvents.EffectiveDay(own.Select(record => record.Citation)));
    }

    /// <summary>The state of a document today, without evidence: no citing text is read.</summary>
    /// <param name="store">The store that holds it and what cites it.</param>
    /// <param name="document">The document.</param>
    /// <param name="today">The present day.</param>
    /// <returns>The state, and the next day on which it may be another one though nothing is stored until then; null for none.</returns>
    public (ValidityState State, DateOnly? ChangesOn) Today(IDocumentStore store, DocumentSummary document, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(document);
        var own = document.Status == DocumentStatus.Stub ? [] : store.OwnDays(document.Key);
        if (document.CitedBy == 0 && own.Count == 0)
        {
            return (ValidityState.Unknown, null);
        }

        var dates = new Dictionary<DocumentKey, DateOnly?>();
        DateOnly? DateOf(DocumentKey key) => dates.TryGetValue(key, out var date) ? date : dates[key] = store.Summary(key)?.Date;
        var events = store.CitationsTo(document.Key).Concat(own).Where(_events.Tells)
            .SelectMany(citation => _events.Of(citation, DateOf(citation.Document), "")).ToList();
        var effective = ValidityEvents.EffectiveDay(own);
        var days = events.Select(happened => happened.Date).Append(effective).Where(day => day > today).ToList();
        return (ValidityTimeline.At(document.Key, document.Date, events, today, today, effective).State, days.Count == 0 ? null : days.Min());
    }
}
