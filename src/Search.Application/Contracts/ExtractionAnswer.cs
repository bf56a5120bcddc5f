namespace Search.Application.Contracts;

/// <summary>The documents of a text and every mention of a document in it.</summary>
/// <param name="Documents">The documents, in reading order.</param>
/// <param name="Citations">The mentions, in reading order.</param>
public sealed record ExtractionAnswer(
    IReadOnlyList<ExtractedDocument> Documents, IReadOnlyList<ExtractedCitation> Citations);
