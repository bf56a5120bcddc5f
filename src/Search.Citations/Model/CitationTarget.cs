using Search.Documents;

namespace Search.Citations;

/// <summary>The document a citation is linked to, with what is known of it.</summary>
public sealed record CitationTarget
{
    /// <summary>Its key.</summary>
    public required DocumentKey Key { get; init; }

    /// <summary>Its number; null when it has none.</summary>
    public string? Number { get; init; }

    /// <summary>Catalogue id of its type.</summary>
    public string? Type { get; init; }

    /// <summary>Its issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>Its date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Its title, where known.</summary>
    public string? Title { get; init; }

    /// <summary>Whether it is in the knowledge base or known by citation only.</summary>
    public required DocumentStatus Status { get; init; }
}
