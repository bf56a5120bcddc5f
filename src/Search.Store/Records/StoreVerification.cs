namespace Search.Store;

/// <summary>The outcome of checking the whole store.</summary>
/// <param name="Files">Source texts checked against their checksums.</param>
/// <param name="Documents">Documents whose spans were checked.</param>
/// <param name="Citations">Citations whose span gave their text.</param>
/// <param name="Problems">What was found wrong; at most 1,000; empty for a sound store.</param>
public sealed record StoreVerification(
    long Files, long Documents, long Citations, IReadOnlyList<StoreProblem> Problems)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsSound => Problems.Count == 0;
}
