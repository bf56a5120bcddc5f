namespace Search.Store;

/// <summary>Counts of the knowledge base.</summary>
/// <param name="Revision">Revision of the store.</param>
/// <param name="Files">Source files.</param>
/// <param name="Documents">Present documents.</param>
/// <param name="Stubs">Documents known only by being cited.</param>
/// <param name="Citations">Mentions of documents.</param>
/// <param name="OpenCitations">Mentions that are linked to nothing.</param>
/// <param name="Quarantined">Files in quarantine.</param>
/// <param name="Bytes">Size of the database on disk.</param>
public sealed record StoreStatistics(
    long Revision,
    long Files,
    long Documents,
    long Stubs,
    long Citations,
    long OpenCitations,
    long Quarantined,
    long Bytes);
