using System.Text.Json.Serialization;

namespace Search.Application.Contracts;

/// <summary>A mention of a document. Spans are UTF-16 offsets into the decoded source.</summary>
public abstract record ExtractedMention
{
    /// <summary>Key of the document it stands in.</summary>
    [JsonPropertyOrder(1)]
    public required string Document { get; init; }

    /// <summary>Offset of its first character.</summary>
    [JsonPropertyOrder(2)]
    public required int Start { get; init; }

    /// <summary>Offset past its last character.</summary>
    [JsonPropertyOrder(3)]
    public required int End { get; init; }

    /// <summary>Offset of the type word with the number or alias alone.</summary>
    [JsonPropertyOrder(4)]
    public required int CoreStart { get; init; }

    /// <summary>Offset past the core.</summary>
    [JsonPropertyOrder(5)]
    public required int CoreEnd { get; init; }

    /// <summary>The mention, exactly <c>source[start..end]</c>.</summary>
    [JsonPropertyOrder(6)]
    public required string Text { get; init; }

    /// <summary>One of <c>full number short alias-definition bare self unnumbered</c>.</summary>
    [JsonPropertyOrder(7)]
    public required string Form { get; init; }

    /// <summary>The document it means; null when that is open.</summary>
    [JsonPropertyOrder(8)]
    public required ExtractedTarget? Target { get; init; }

    /// <summary>The article or section of the cited document that is meant.</summary>
    [JsonPropertyOrder(10)]
    public required string? Pinpoint { get; init; }

    /// <summary>Whether the document speaks of itself.</summary>
    [JsonPropertyOrder(11)]
    public required bool Self { get; init; }

    /// <summary>How sure the link is, 0 to 1.</summary>
    [JsonPropertyOrder(12)]
    public required double Confidence { get; init; }

    /// <summary>Keys that fit, where the target is open.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(13)]
    public IReadOnlyList<string>? Candidates { get; init; }
}
