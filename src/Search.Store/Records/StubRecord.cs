namespace Search.Store;

/// <summary>A wanted document: cited, and not in the knowledge base.</summary>
/// <param name="Summary">What its citations say of it.</param>
/// <param name="Demand">How many present documents cite it.</param>
/// <param name="Mentions">How many times they do.</param>
public sealed record StubRecord(DocumentSummary Summary, int Demand, int Mentions);
