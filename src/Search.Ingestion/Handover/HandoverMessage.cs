namespace Search.Ingestion.Handover;

/// <summary>One line between a command and the host that ingests for it: the request, a file's outcome, or the end.</summary>
internal sealed record HandoverMessage
{
    /// <summary>Full paths to ingest; of a request.</summary>
    public IReadOnlyList<string>? Paths { get; init; }

    /// <summary>What became of one file.</summary>
    public HandoverEvent? Event { get; init; }

    /// <summary>The end of the run.</summary>
    public HandoverEnd? End { get; init; }

    /// <summary>Why the run failed, in Vietnamese and English.</summary>
    public string? Error { get; init; }
}
