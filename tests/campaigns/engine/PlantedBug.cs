namespace Search.Engine.Campaign;

/// <summary>Mistakes of a storage that the checks must find.</summary>
internal enum PlantedBug
{
    /// <summary>None: the checks must be content.</summary>
    None,

    /// <summary>Deleting a passage does nothing.</summary>
    LostPassageDelete,

    /// <summary>Deleting a document does nothing.</summary>
    LostDocumentDelete,

    /// <summary>A passage that is put again stands next to its former self.</summary>
    NotReplaced,

    /// <summary>Every fortieth passage is not written.</summary>
    LostPut,

    /// <summary>Beginning again keeps what was there.</summary>
    NotCleared,

    /// <summary>Deleted passages are live.</summary>
    DeletedIsLive,

    /// <summary>The bits of live passages are shifted by one.</summary>
    ShiftedLiveBits,

    /// <summary>The last posting of a list is another passage's.</summary>
    LastPostingOffByOne,

    /// <summary>Passages of a merged segment are counted from one.</summary>
    MergeOffByOne,

    /// <summary>Impacts are one too large.</summary>
    ImpactOffByOne,

    /// <summary>Impacts stand at their neighbors.</summary>
    ImpactsSwapped,

    /// <summary>Some terms are not found.</summary>
    TermNotFound,

    /// <summary>A scan leaves out its last term.</summary>
    ShortScan,

    /// <summary>Texts stand at their neighbors.</summary>
    TextsSwapped,

    /// <summary>Texts end early.</summary>
    TextCut,

    /// <summary>Passages belong to the next passage's document.</summary>
    DocumentsShifted,

    /// <summary>Passages bear their neighbor's id.</summary>
    IdsSwapped,

    /// <summary>Keywords are the next passage's.</summary>
    KeywordsShifted,

    /// <summary>Numbers are lost.</summary>
    NumbersLost,

    /// <summary>A commit names the revision before.</summary>
    OldRevision,

    /// <summary>The first generation is served for ever.</summary>
    StaleGeneration,

    /// <summary>Generations say one revision, so that a cursor of an old one is taken.</summary>
    StaleCursor,

    /// <summary>Files are not flushed before a commit is told to be done.</summary>
    MissingFlush,
}
