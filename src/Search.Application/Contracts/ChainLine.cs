namespace Search.Application.Contracts;

/// <summary>A chain of documents in order, each joined to the one before by a citation.</summary>
/// <param name="Direction"><c>down</c>: to those that carry the document out; <c>up</c>: to what it carries out itself.</param>
/// <param name="Steps">The steps, the document asked for first.</param>
public sealed record ChainLine(string Direction, IReadOnlyList<ChainStepLine> Steps);

/// <summary>One step of a chain.</summary>
/// <param name="Key">The document.</param>
/// <param name="Status">One of <c>present abstract stub known</c>.</param>
/// <param name="Relation">The relation that carries the chain here from the step before, citing to cited; null for the first.</param>
/// <param name="Mention">The sentence that shows it; null for the first.</param>
/// <param name="Number">The document's number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">Its date of issue.</param>
public sealed record ChainStepLine(
    string Key, string Status, string? Relation, ChainMention? Mention, string? Number, string? Title, DateOnly? Date);

/// <summary>Where a step is shown.</summary>
/// <param name="Document">Key of the citing document.</param>
/// <param name="Start">Offset of the mention's first character in its source.</param>
/// <param name="End">Offset past its last character.</param>
/// <param name="Text">The mention as it stands there.</param>
public sealed record ChainMention(string Document, int Start, int End, string Text);
