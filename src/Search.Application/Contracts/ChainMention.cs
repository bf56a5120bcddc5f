namespace Search.Application.Contracts;

/// <summary>Where a step is shown.</summary>
/// <param name="Document">Key of the citing document.</param>
/// <param name="Start">Offset of the mention's first character in its source.</param>
/// <param name="End">Offset past its last character.</param>
/// <param name="Text">The mention as it stands there.</param>
public sealed record ChainMention(string Document, int Start, int End, string Text);
