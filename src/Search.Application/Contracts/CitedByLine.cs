namespace Search.Application.Contracts;

/// <summary>A document that cites another.</summary>
/// <param name="Document">The citing document.</param>
/// <param name="Citation">Its mention.</param>
public sealed record CitedByLine(DocumentLine Document, CitationLine Citation);
