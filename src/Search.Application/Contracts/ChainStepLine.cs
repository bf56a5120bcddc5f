namespace Search.Application.Contracts;

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
