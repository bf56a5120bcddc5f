namespace Search.Application.Contracts;

/// <summary>What a limit left out of a graph.</summary>
/// <param name="Nodes">Documents that are within reach and not shown.</param>
/// <param name="Limit">The limit on nodes that was met.</param>
public sealed record GraphCut(int Nodes, int Limit);
