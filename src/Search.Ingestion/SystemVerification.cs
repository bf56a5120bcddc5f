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
    /// <summary>True when both are sound and of one revision.</summary>
    public bool IsSound => Store.IsSound && Index.IsSound && StoreRevision == IndexRevision;
}
