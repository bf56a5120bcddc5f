namespace Search.Application.Contracts;

/// <summary>The documents of a text and every mention of a document in it.</summary>
/// <param name="Documents">The documents, in reading order.</param>
/// <param name="Citations">The mentions in the documents' own words, in reading order.</param>
/// <param name="Notes">The mentions in an editor's words (abstracts), which are no citations.</param>
public sealed record ExtractionAnswer(
    IReadOnlyList<ExtractedDocument> Documents, IReadOnlyList<ExtractedCitation> Citations, IReadOnlyList<ExtractedNote> Notes);
