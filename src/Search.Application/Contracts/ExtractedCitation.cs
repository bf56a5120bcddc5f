using System.Text.Json.Serialization;

namespace Search.Application.Contracts;

/// <summary>A mention of a document. Spans are UTF-16 offsets into the decoded source.</summary>
public sealed record ExtractedCitation
{
    /// <summary>Key of the document it stands in.</summary>
    public required string Document { get; init; }

    /// <summary>Offset of its first character.</summary>
    public required int Start { get; init; }

    /// <summary>Offset past its last character.</summary>
    public required int End { get; init; }

    /// <summary>Offset of the type word with the number or alias alone.</summary>
    public required int CoreStart { get; init; }

    /// <summary>Offset past the core.</summary>
    public required int CoreEnd { get; init; }

    /// <summary>The mention, exactly <c>source[start..end]</c>.</summary>
    public required string Text { get; init; }

    /// <summary>One of <c>full number short alias-definition bare self unnumbered</c>.</summary>
    public required string Form { get; init; }

    /// <summary>The document it means; null when that is open.</summary>
    public required ExtractedTarget? Target { get; init; }

    /// <summary>How the citing document stands to the cited one, <c>thuc-hien</c>.</summary>
    public required string Relation { get; init; }

    /// <summary>The article or section of the cited document that is meant.</summary>
    public required string? Pinpoint { get; init; }

    /// <summary>Whether the document speaks of itself.</summary>
    public required bool Self { get; init; }

    /// <summary>How sure the link is, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Keys that fit, where the target is open.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Candidates { get; init; }
}
