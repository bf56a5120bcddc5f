namespace Search.Api.Contracts;

/// <summary>How far a job is. JSON names are in kebab case.</summary>
public enum JobStatus
{
    /// <summary>It waits for its turn; its file is on disk and survives a restart.</summary>
    Queued,

    /// <summary>Its file is worked on.</summary>
    Running,

    /// <summary>Every file is in the store, on disk.</summary>
    Done,

    /// <summary>At least one file was refused with a reason; the others are in the store.</summary>
    Quarantined,

    /// <summary>At least one file could not be worked on (the disk is full, the file vanished). The next look over the
    /// upload folder tries it again.</summary>
    Failed,
}
