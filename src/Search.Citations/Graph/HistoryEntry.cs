namespace Search.Citations;

/// <summary>One event in the life of a document.</summary>
/// <param name="Node">The other document.</param>
/// <param name="Relation">The relation of the edge, citing to cited.</param>
/// <param name="IsPredecessor">Whether the other document came before (it was replaced, amended or repealed); otherwise
/// it followed.</param>
public sealed record HistoryEntry(GraphNode Node, string Relation, bool IsPredecessor);
