namespace Search.Application.Contracts;

/// <summary>A mention of a document with what proves it.</summary>
public sealed record CitationLine
{
    /// <summary>The mention.</summary>
    public required ExtractedCitation Citation { get; init; }

    /// <summary>The relation in Vietnamese, citing to cited.</summary>
    public required string RelationLabel { get; init; }

    /// <summary>The sentence it stands in.</summary>
    public required string Sentence { get; init; }

    /// <summary>Anchor of the passage it stands in.</summary>
    public string? Anchor { get; init; }

    /// <summary>Page of the file it stands on, for PDF and Word; null where that is not known.</summary>
    public int? Page { get; init; }

    /// <summary>Why it was linked so, or why it is open.</summary>
    public required string Reason { get; init; }

    /// <summary>Title of the cited document, where it is known.</summary>
    public string? TargetTitle { get; init; }

    /// <summary>Page of the cited document.</summary>
    public string? TargetUrl { get; init; }
}
