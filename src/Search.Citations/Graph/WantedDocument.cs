namespace Search.Citations;

/// <summary>A document that is cited and not there.</summary>
/// <param name="Node">The stub.</param>
/// <param name="CitedBy">How many documents cite it.</param>
/// <param name="Mentions">How many mentions they make.</param>
public sealed record WantedDocument(GraphNode Node, int CitedBy, int Mentions);
