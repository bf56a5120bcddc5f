using Search.Citations;

namespace Search.Store;

/// <summary>A citation with the document it stands in and the sentence that proves it.</summary>
/// <param name="Citing">The citing document.</param>
/// <param name="Citation">The mention; its spans point into the source of <paramref name="Citing"/>.</param>
/// <param name="Sentence">Source text of <see cref="Citation.Evidence"/>, or of the mention where there is none.</param>
public sealed record CitationRecord(DocumentSummary Citing, Citation Citation, string Sentence);
