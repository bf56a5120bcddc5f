namespace Search.Application.Contracts;

/// <summary>A sentence that shows an event.</summary>
/// <param name="Document">Key of the document it stands in.</param>
/// <param name="Start">Offset of its first character in that document's source.</param>
/// <param name="End">Offset past its last character.</param>
/// <param name="Text">The sentence.</param>
public sealed record ValidityProof(string Document, int Start, int End, string Text);
