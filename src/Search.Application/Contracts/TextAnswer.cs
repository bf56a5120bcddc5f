namespace Search.Application.Contracts;

/// <summary>The text of a document as published, with its anchors and citations.</summary>
/// <param name="Key">The document.</param>
/// <param name="Text">Its own part of the source.</param>
/// <param name="Offset">Where that part begins in the source: subtract it from the spans to get offsets into <paramref name="Text"/>.</param>
/// <param name="Outline">Its sections.</param>
/// <param name="Citations">Its mentions of documents.</param>
/// <param name="Pages">Where the pages of the file begin, for PDF and Word; none where the file has no pages.</param>
public sealed record TextAnswer(
    string Key,
    string Text,
    int Offset,
    IReadOnlyList<OutlineLine> Outline,
    IReadOnlyList<ExtractedCitation> Citations,
    IReadOnlyList<PageLine> Pages);
