using Search.Documents;

namespace Search.Citations;

/// <summary>The document a citation is linked to, with what is known of it.</summary>
public sealed record CitationTarget : IDescribed
{
    /// <summary>Its key.</summary>
    public required DocumentKey Key { get; init; }

    /// <inheritdoc/>
    public DocumentHeader Header { get; init; } = new();

    /// <summary>Whether it is in the knowledge base or known by citation only.</summary>
    public required DocumentStatus Status { get; init; }
}
