using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Search.Application.Contracts;

/// <summary>Parameters of a graph around a document.</summary>
public sealed record GraphQuery
{
    /// <summary>Key, slug or number of the document in the middle.</summary>
    [Required]
    [MaxLength(256)]
    public string? Key { get; init; }

    /// <summary>How many steps from it.</summary>
    [Range(1, ApiLimits.GraphDepth)]
    [DefaultValue(1)]
    public int? Depth { get; init; }

    /// <summary>in (who cites it), out (what it cites) or both (default).</summary>
    [AllowedValues("in", "out", "both", null)]
    public string? Direction { get; init; }

    /// <summary>Only edges with one of these relations: huong-dan. May be repeated.</summary>
    [MaxLength(ApiLimits.Values)]
    public string[]? Relation { get; init; }

    /// <summary>Only documents of these levels: trung-uong, tinh. May be repeated.</summary>
    [MaxLength(ApiLimits.Values)]
    public string[]? Level { get; init; }

    /// <summary>Only documents of this year or later; undated ones stay.</summary>
    [Range(1, 9999)]
    public int? FromYear { get; init; }

    /// <summary>Only documents of this year or earlier; undated ones stay.</summary>
    [Range(1, 9999)]
    public int? ToYear { get; init; }

    /// <summary>At most so many documents; what is cut is said.</summary>
    [Range(1, ApiLimits.GraphNodes)]
    [DefaultValue(ApiLimits.GraphNodes)]
    public int? Limit { get; init; }

    /// <summary>Leaves out the nearest so many documents, which an earlier call gave, and answers with the next ones and
    /// the edges that touch them.</summary>
    [Range(0, ApiLimits.GraphReach - ApiLimits.GraphNodes)]
    [DefaultValue(0)]
    public int? Offset { get; init; }
}
