using Search.Documents;

namespace Search.Citations;

/// <summary>The words that show an event.</summary>
/// <param name="Document">The document they stand in.</param>
/// <param name="Start">Offset of their first character in that document's source; 0 where the evidence is a register entry.</param>
/// <param name="End">Offset past their last character.</param>
/// <param name="Text">The words.</param>
public sealed record ValidityEvidence(DocumentKey Document, int Start, int End, string Text);
