using System.Text.Json.Serialization;

namespace Search.Application.Contracts;

/// <summary>A citation: a mention in the document's own words.</summary>
public sealed record ExtractedCitation : ExtractedMention
{
    /// <summary>How the citing document stands to the cited one, <c>thuc-hien</c>.</summary>
    [JsonPropertyOrder(9)]
    public required string Relation { get; init; }
}
