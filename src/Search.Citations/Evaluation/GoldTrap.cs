using System.Text.Json.Serialization;

namespace Search.Citations.Evaluation;

/// <summary>Words that look like a citation and are none.</summary>
public sealed record GoldTrap
{
    /// <summary>1-based line they stand in.</summary>
    [JsonPropertyName("line")]
    public required int Line { get; init; }

    /// <summary>The words.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }
}
