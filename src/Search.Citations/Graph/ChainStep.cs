namespace Search.Citations;

/// <summary>One step of a chain of documents.</summary>
/// <param name="Node">The document.</param>
/// <param name="Edge">The citation that leads here from the step before, in either direction; null for the first step.</param>
/// <param name="Relation">The relation of that citation that carries the chain; null for the first step.</param>
public sealed record ChainStep(GraphNode Node, GraphEdge? Edge, string? Relation);
