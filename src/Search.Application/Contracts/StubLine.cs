namespace Search.Application.Contracts;

/// <summary>A wanted document.</summary>
/// <param name="Document">What its citations say of it.</param>
/// <param name="Demand">How many present documents cite it.</param>
/// <param name="Mentions">How many times they do.</param>
public sealed record StubLine(DocumentLine Document, int Demand, int Mentions);
