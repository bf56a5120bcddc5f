namespace Search.Application.Contracts;

/// <summary>Something that happened to a document.</summary>
/// <param name="Date">When; null where the acting document bears no date.</param>
/// <param name="Kind"><c>issued</c>, <c>cites</c> (it cites) or <c>cited</c> (it is cited).</param>
/// <param name="Relation">The relation, citing to cited; null for <c>issued</c>.</param>
/// <param name="Label">What happened, in Vietnamese, seen from the document asked for.</param>
/// <param name="Document">The other document; itself for <c>issued</c>.</param>
/// <param name="Sentence">What proves it.</param>
public sealed record HistoryEvent(
    DateOnly? Date, string Kind, string? Relation, string Label, DocumentLine Document, string? Sentence);
