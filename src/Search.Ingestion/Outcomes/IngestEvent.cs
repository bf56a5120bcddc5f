using Search.Documents;
using Search.Store;

namespace Search.Ingestion;

/// <summary>What became of one file, told as soon as it is known.</summary>
public sealed record IngestEvent
{
    /// <summary>Path of the file as the store names it.</summary>
    public required string Path { get; init; }

    /// <summary>What became of it.</summary>
    public required IngestOutcome Outcome { get; init; }

    /// <summary>Keys of its documents, in reading order.</summary>
    public IReadOnlyList<DocumentKey> Documents { get; init; } = [];

    /// <summary>How many mentions of documents it holds.</summary>
    public int Citations { get; init; }

    /// <summary>How many of them are linked to nothing.</summary>
    public int OpenCitations { get; init; }

    /// <summary>Citations of other documents that were open and are linked because this file came.</summary>
    public IReadOnlyList<LinkedCitation> Linked { get; init; } = [];

    /// <summary>How many they are.</summary>
    public int Relinked => Linked.Count;

    /// <summary>The step that refused it; null when none did.</summary>
    public string? Step { get; init; }

    /// <summary>Stable name of the reason, such as <c>empty</c>, <c>binary</c>, <c>secret</c>; null when all went well.</summary>
    public string? Code { get; init; }

    /// <summary>The reason in Vietnamese; null when all went well.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason in English; null when all went well.</summary>
    public string? ReasonEnglish { get; init; }

    /// <summary>Whether this was found out by an earlier run and nothing has changed since.</summary>
    public bool IsAgain { get; init; }

    /// <summary>How many files of this run are done, this one included.</summary>
    public required int Done { get; init; }

    /// <summary>How many files this run has to look at.</summary>
    public required int Total { get; init; }
}
