namespace Search.Application.Corrections;

/// <summary>A case for a table of tests: a passage as it stands in a file, what was read of it, and what is right.</summary>
/// <param name="Kind">One of <c>field</c>, <c>citation</c>.</param>
/// <param name="Text">The words of the source: the letterhead, or the citation with its surroundings.</param>
/// <param name="What">The field; for a citation its own words.</param>
/// <param name="Read">What was read; null for nothing.</param>
/// <param name="Right">What is right; null for nothing.</param>
/// <param name="Relation">The right relation; null where that was right.</param>
public sealed record CorrectionCase(string Kind, string Text, string What, string? Read, string? Right, string? Relation);
