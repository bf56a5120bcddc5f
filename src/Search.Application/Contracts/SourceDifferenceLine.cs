namespace Search.Application.Contracts;

/// <summary>A field on which two files disagree about one document.</summary>
/// <param name="Field"><c>text</c>, or a field of the letterhead.</param>
/// <param name="Value">What this file says; null when it says nothing. For <c>text</c> a few words from where the two part.</param>
/// <param name="Used">What the file says that the document is read from.</param>
public sealed record SourceDifferenceLine(string Field, string? Value, string? Used);
