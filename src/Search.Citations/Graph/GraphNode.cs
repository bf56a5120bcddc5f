using Search.Documents;

namespace Search.Citations;

/// <summary>A document in the citation graph.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Status">Present, or known by citation only.</param>
public sealed record GraphNode(DocumentKey Key, DocumentStatus Status)
{
    /// <summary>Number in canonical form.</summary>
    public string? Number { get; init; }

    /// <summary>Catalogue id of its type.</summary>
    public string? Type { get; init; }

    /// <summary>Date of issue.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>Level of the issuer: <c>trung-uong tinh huyen co-so</c>; null when unknown.</summary>
    public string? Level { get; init; }
}
