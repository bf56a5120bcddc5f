namespace Search.Application.Contracts;

/// <summary>A chain of documents in order, each joined to the one before by a citation.</summary>
/// <param name="Direction"><c>down</c>: to those that carry the document out; <c>up</c>: to what it carries out itself.</param>
/// <param name="Steps">The steps, the document asked for first.</param>
public sealed record ChainLine(string Direction, IReadOnlyList<ChainStepLine> Steps);
