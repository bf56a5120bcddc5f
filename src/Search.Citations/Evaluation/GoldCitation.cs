using System.Text.Json.Serialization;

namespace Search.Citations.Evaluation;

/// <summary>One labeled citation of a gold file.</summary>
public sealed record GoldCitation
{
    /// <summary>Id, unique in the file.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Key of the citing document, without a place.</summary>
    [JsonPropertyName("doc")]
    public string? Document { get; init; }

    /// <summary>First offset of the mention.</summary>
    [JsonPropertyName("char_start")]
    public required int Start { get; init; }

    /// <summary>One past its last offset.</summary>
    [JsonPropertyName("char_end")]
    public required int End { get; init; }

    /// <summary>First offset of type word and number.</summary>
    [JsonPropertyName("core_start")]
    public required int CoreStart { get; init; }

    /// <summary>One past their last offset.</summary>
    [JsonPropertyName("core_end")]
    public required int CoreEnd { get; init; }

    /// <summary>Key of the cited document; <c>UNNUMBERED:…</c> for one known by name alone.</summary>
    [JsonPropertyName("target_key")]
    public required string Target { get; init; }

    /// <summary>full, number_no_date, short, alias_definition, bare, self, unnumbered.</summary>
    [JsonPropertyName("form")]
    public required string Form { get; init; }

    /// <summary>1: numbered; 2: short form or alias; 3: noun, self, unnumbered.</summary>
    [JsonPropertyName("tier")]
    public required int Tier { get; init; }

    /// <summary>The relation.</summary>
    [JsonPropertyName("relation")]
    public required string Relation { get; init; }

    /// <summary>Relations that are right as well.</summary>
    [JsonPropertyName("relation_alternatives")]
    public IReadOnlyList<string> Alternatives { get; init; } = [];
}
