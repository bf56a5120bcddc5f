namespace Search.Application.Contracts;

/// <summary>A mention in an editor's words, in an abstract: worth reading, and no citation; it relates nothing.</summary>
public sealed record ExtractedNote : ExtractedMention;
