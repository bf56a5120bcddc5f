namespace Search.Ingestion;

/// <summary>What became of one file. JSON names are in kebab case.</summary>
public enum IngestOutcome
{
    /// <summary>Its documents are in the store.</summary>
    Ingested,

    /// <summary>The store holds these very bytes already.</summary>
    Unchanged,

    /// <summary>It was refused with a reason, and waits for a person.</summary>
    Quarantined,

    /// <summary>It is gone, and its documents were taken out of the store.</summary>
    Removed,

    /// <summary>It could not be worked on this time (it vanished, the disk is full); the next run tries again.</summary>
    Failed,
}
