using Search.Documents;

namespace Search.Citations;

/// <summary>Something that happened to a document, and the words that say so.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Date">When: the day its sentence names, else the day of effect or issue of the acting document; null where it bears none.</param>
/// <param name="By">The acting document; the document itself for its issue and its own expiry.</param>
/// <param name="Evidence">The sentence that says so; null for the issue.</param>
public sealed record ValidityEvent(ValidityEventKind Kind, DateOnly? Date, DocumentKey By, ValidityEvidence? Evidence);
