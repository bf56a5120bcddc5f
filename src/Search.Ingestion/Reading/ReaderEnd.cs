namespace Search.Ingestion.Reading;

/// <summary>How asking a process that parses ended.</summary>
internal enum ReaderEnd
{
    /// <summary>With an answer; the process can be asked again.</summary>
    Answered,

    /// <summary>The time was up, and the process was ended.</summary>
    Late,

    /// <summary>The file needed more memory than there may be.</summary>
    OutOfMemory,

    /// <summary>The process ended for another reason: a fault of its own, or somebody ended it.</summary>
    Broken,
}
