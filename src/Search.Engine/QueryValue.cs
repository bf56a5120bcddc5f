namespace Search.Engine;

/// <summary>A value of a column that takes only the values of a list.</summary>
/// <param name="Column">A keyword column of <see cref="IndexFields"/>.</param>
/// <param name="Id">The value as indexed: <c>bi-thay-the</c>.</param>
/// <param name="Name">What a reader calls it: <c>Bị thay thế</c>.</param>
public sealed record QueryValue(string Column, string Id, string Name);
