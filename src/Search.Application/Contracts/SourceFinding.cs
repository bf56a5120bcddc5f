namespace Search.Application.Contracts;

/// <summary>Two files that count as one document and hold hardly the same text.</summary>
/// <param name="Document">Key of the document.</param>
/// <param name="Path">The file that differs.</param>
/// <param name="Used">The file the document is read from.</param>
public sealed record SourceFinding(string Document, string Path, string Used);
