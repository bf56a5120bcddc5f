namespace Search.Citations;

/// <summary>A part of the citation graph.</summary>
/// <param name="Nodes">Its documents, nearest first.</param>
/// <param name="Edges">All edges between them that pass the filter, in the order of their sources.</param>
/// <param name="Omitted">How many documents within reach a limit left out.</param>
public sealed record GraphView(IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphEdge> Edges, int Omitted);
