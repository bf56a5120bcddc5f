using Search.Documents;

namespace Search.Citations;

/// <summary>One document citing another, all its mentions together.</summary>
/// <param name="Source">The citing document.</param>
/// <param name="Target">The cited document.</param>
/// <param name="Relation">The main relation, citing to cited.</param>
/// <param name="Relations">All relations seen, the main one first, then by the catalogue's precedence.</param>
/// <param name="Mentions">How many mentions; 0 for a document citing itself, which is kept and never counted.</param>
public sealed record GraphEdge(
    DocumentKey Source, DocumentKey Target, string Relation, IReadOnlyList<string> Relations, int Mentions)
{
    /// <summary>In a view around a document: how many steps away the edge is, 1 for the document's own; 0 outside of views.</summary>
    public int Depth { get; init; }
}
