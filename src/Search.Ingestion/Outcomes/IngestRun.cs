namespace Search.Ingestion;

/// <summary>A run of ingestion that ended, in figures.</summary>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Ingested">Files taken in.</param>
/// <param name="Unchanged">Files the store held already.</param>
/// <param name="Quarantined">Files refused, now or before and unchanged since.</param>
/// <param name="Removed">Files that are gone and were taken out.</param>
/// <param name="Failed">Files that could not be worked on.</param>
/// <param name="Documents">Documents of the files taken in.</param>
public sealed record IngestRun(
    DateTimeOffset EndedAt, TimeSpan Elapsed, int Ingested, int Unchanged, int Quarantined, int Removed, int Failed, int Documents);
