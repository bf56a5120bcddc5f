using Search.Citations;
using Search.Documents;
using Search.Store;

namespace Search.Ingestion.Steps;

/// <summary>One file on its way through the steps.</summary>
internal sealed class IngestionItem
{
    /// <summary>Path as the store names it.</summary>
    public required string Path { get; init; }

    /// <summary>How long its last steps took: recorded once it is known that it may be counted.</summary>
    public List<(string Step, TimeSpan Time)> Times { get; } = [];

    /// <summary>Records how long its steps took.</summary>
    public void RecordTimes()
    {
        foreach (var (step, time) in Times)
        {
            IngestionMetrics.Record(step, time);
        }

        Times.Clear();
    }

    /// <summary>Name of the step it is at.</summary>
    public string Step { get; set; } = "load";

    /// <summary>Content of the file.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; set; }

    /// <summary>Size of the content in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the content.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Last write time of the file.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Whether reading may take minutes; false defers what would.</summary>
    public bool MayTakeLong { get; init; }

    /// <summary>What its container says above it; null for nothing.</summary>
    public string? Heading { get; init; }

    /// <summary>Decoded text, for files that are text.</summary>
    public string? Decoded { get; set; }

    /// <summary>Encoding of the bytes.</summary>
    public string Encoding { get; set; } = "binary";

    /// <summary>Text and blocks.</summary>
    public SourceText? Source { get; set; }

    /// <summary>The documents of the file.</summary>
    public IReadOnlyList<Document> Documents { get; set; } = [];

    /// <summary>The <see cref="Corrections.CorrectionIndex.Changes"/> under which its documents were made.</summary>
    public long Corrections { get; set; }

    /// <summary>The documents as the program finds them where a person said where they begin and end; none elsewhere.</summary>
    public IReadOnlyList<Document> Uncut { get; set; } = [];

    /// <summary>The mentions of each document, in the order of <see cref="Documents"/>.</summary>
    public IReadOnlyList<IReadOnlyList<Mention>> Mentions { get; set; } = [];

    /// <summary>The documents with their citations.</summary>
    public IReadOnlyList<AnalyzedDocument> Analyzed { get; set; } = [];

    /// <summary>The transaction it is stored in.</summary>
    public IStoreChanges? Changes { get; set; }

    /// <summary>What the store did with it.</summary>
    public ReplaceResult? Stored { get; set; }
}
