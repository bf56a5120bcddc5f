using Search.Engine;
using Search.Store;

namespace Search.Ingestion;

/// <summary>The outcome of checking a whole data folder.</summary>
/// <param name="Store">What the check of the store found.</param>
/// <param name="Index">What the check of the index found.</param>
/// <param name="StoreRevision">Revision of the store.</param>
/// <param name="IndexRevision">Revision the index mirrors.</param>
public sealed record SystemVerification(
    StoreVerification Store, IndexVerification Index, long StoreRevision, long IndexRevision)
{
    /// <summary>What an operator must know and has not acknowledged.</summary>
    public IReadOnlyList<DataWarning> Warnings { get; init; } = [];

    /// <summary>SHA-256 of the kept sources whose content is no longer what was kept.</summary>
    public IReadOnlyList<string> DamagedOriginals { get; init; } = [];

    /// <summary>Whether the index has yet to take up what was stored since; it does so by itself.</summary>
    public bool IsIndexBehind => IndexRevision < StoreRevision;

    /// <summary>True when both are sound, nothing is lost, and the index is not ahead of the store. One that is behind is
    /// no damage: it follows a run, or a store that was restored without it.</summary>
    public bool IsSound => Store.IsSound && Index.IsSound && DamagedOriginals.Count == 0 && Warnings.Count == 0 && IndexRevision <= StoreRevision;
}
