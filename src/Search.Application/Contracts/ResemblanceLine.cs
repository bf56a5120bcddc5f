namespace Search.Application.Contracts;

/// <summary>Another document of the collection whose text is nearly that of the one described.</summary>
/// <param name="Document">That document.</param>
/// <param name="Likeness">Share of the wording that both have, from 0 to 1.</param>
public sealed record ResemblanceLine(DocumentLine Document, double Likeness);
