using Search.Application.Contracts;

namespace Search.Application.Mcp;

/// <summary>A document as the tool <c>fetch</c> answers.</summary>
/// <param name="Document">Letterhead, outline and sources.</param>
/// <param name="Text">A part of its text; null for a document known only by being cited.</param>
/// <param name="NextOffset">Where the next part begins; null when the text is complete.</param>
internal sealed record FetchedDocument(DocumentAnswer Document, string? Text, int? NextOffset);
