namespace Search.Store.Corrections;

/// <summary>A mention and the document that a person says it means.</summary>
/// <param name="Document">Key of the citing document when it was settled.</param>
/// <param name="ReadAs">The key that the program reads for it; null where that is the same.</param>
/// <param name="Quote">The words of the citation.</param>
/// <param name="Before">Words of the source before it, whitespace as one blank.</param>
/// <param name="After">Words of the source after it, whitespace as one blank.</param>
/// <param name="New">Key of the document that is meant.</param>
/// <param name="NewReadAs">The key that the program reads for that one; null where that is the same.</param>
public sealed record SettledMention(string Document, string? ReadAs, string Quote, string Before, string After, string New, string? NewReadAs);
