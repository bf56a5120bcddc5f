namespace Search.Engine;

/// <summary>A document (or passage, when not grouped) that answers a query.</summary>
/// <param name="Id">The best passage's id.</param>
/// <param name="Group">The document's key.</param>
/// <param name="Score">The best passage's score; comparable within one answer only.</param>
/// <param name="Passages">The document's best passages, best first, the first being <paramref name="Id"/>.</param>
/// <param name="Explanation">How the score came about, when asked for.</param>
public sealed record SearchHit(
    string Id,
    string Group,
    double Score,
    IReadOnlyList<PassageHit> Passages,
    string? Explanation = null)
{
    /// <summary>True where the document shares words with the query and does not match it; such hits follow all matches.</summary>
    public bool IsWeak { get; init; }
}
