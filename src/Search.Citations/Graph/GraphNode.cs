using Search.Documents;

namespace Search.Citations;

/// <summary>A document in the citation graph.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Status">Present, or known by citation only.</param>
/// <param name="Header">What is known of it.</param>
public sealed record GraphNode(DocumentKey Key, DocumentStatus Status, DocumentHeader Header) : IDescribed;
