namespace Search.Citations;

/// <summary>A document that cites what another one cites.</summary>
/// <param name="Node">The document.</param>
/// <param name="Common">How many documents both cite.</param>
/// <param name="Score">The same, each counted the less the more documents cite it.</param>
public sealed record SharedCitation(GraphNode Node, int Common, double Score);
