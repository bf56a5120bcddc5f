using Search.Engine;
using Search.Store;

namespace Search.Application.Contracts;

/// <summary>Counts of the collection.</summary>
/// <param name="Revision">Revision of the store.</param>
/// <param name="IndexRevision">Revision of the store that the index mirrors.</param>
/// <param name="Generation">Generation of the index.</param>
/// <param name="Files">Source files.</param>
/// <param name="Documents">Documents present.</param>
/// <param name="Stubs">Documents known only by being cited.</param>
/// <param name="Citations">Mentions of documents.</param>
/// <param name="OpenCitations">Mentions linked to nothing.</param>
/// <param name="Quarantined">Files in quarantine.</param>
/// <param name="Passages">Passages in the index.</param>
public sealed record StatisticsAnswer(
    long Revision,
    long IndexRevision,
    long Generation,
    long Files,
    long Documents,
    long Stubs,
    long Citations,
    long OpenCitations,
    long Quarantined,
    long Passages)
{
    /// <summary>The counts of a store and a generation of its index.</summary>
    /// <param name="store">Counts of the store.</param>
    /// <param name="snapshot">The generation.</param>
    public static StatisticsAnswer Of(StoreStatistics store, IIndexSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(snapshot);
        return new StatisticsAnswer(
            store.Revision,
            snapshot.Revision,
            snapshot.Generation,
            store.Files,
            store.Documents,
            store.Stubs,
            store.Citations,
            store.OpenCitations,
            store.Quarantined,
            snapshot.Statistics.Entries);
    }
}
