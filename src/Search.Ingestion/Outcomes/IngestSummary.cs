using Search.Store;

namespace Search.Ingestion;

/// <summary>What one run did.</summary>
public sealed record IngestSummary
{
    /// <summary>Files ingested.</summary>
    public required int Ingested { get; init; }

    /// <summary>Files the store held already.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Files refused in this run, or refused before and unchanged since.</summary>
    public required int Quarantined { get; init; }

    /// <summary>Files that are gone and were taken out.</summary>
    public required int Removed { get; init; }

    /// <summary>Files that could not be worked on this time, and paths that do not exist.</summary>
    public required int Failed { get; init; }

    /// <summary>Documents of the files ingested.</summary>
    public required int Documents { get; init; }

    /// <summary>Files ingested that hold a document of which neither number nor type was recognized.</summary>
    public int Unrecognized { get; init; }

    /// <summary>Mentions of documents in the files ingested.</summary>
    public required int Citations { get; init; }

    /// <summary>Citations of other documents that were linked by this run.</summary>
    public required int Relinked { get; init; }

    /// <summary>Those citations, at most 10,000 of them.</summary>
    public required IReadOnlyList<LinkedCitation> Linked { get; init; }

    /// <summary>Citations of the whole store that are open after the run.</summary>
    public required long OpenCitations { get; init; }

    /// <summary>Refusals and failures of the run, the first 10,000 of them.</summary>
    public required IReadOnlyList<IngestEvent> Problems { get; init; }

    /// <summary>All of them by outcome and <see cref="IngestEvent.Code"/>, in the order in which each came up first.</summary>
    public required IReadOnlyList<ProblemCount> ProblemCounts { get; init; }

    /// <summary>Revision of the store and of the index after the run.</summary>
    public required long Revision { get; init; }

    /// <summary>How long the run took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>True when a stop was asked for and files were left.</summary>
    public bool Stopped { get; init; }
}
