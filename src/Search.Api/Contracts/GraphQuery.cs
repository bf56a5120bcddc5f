using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Search.Api.Hosting;

namespace Search.Api.Contracts;

/// <summary>Parameters of a graph around a document.</summary>
public sealed record GraphQuery
{
    /// <summary>The document.</summary>
    [FromQuery(Name = "key")]
    [Description("Key, slug or number of the document in the middle.")]
    [Required]
    [MaxLength(256)]
    public string? Key { get; init; }

    /// <summary>Steps from it.</summary>
    [FromQuery(Name = "depth")]
    [Description("How many steps from it.")]
    [Range(1, ApiLimits.GraphDepth)]
    [DefaultValue(1)]
    public int? Depth { get; init; }

    /// <summary>Along or against citations.</summary>
    [FromQuery(Name = "direction")]
    [Description("in (who cites it), out (what it cites) or both (default).")]
    [AllowedValues("in", "out", "both", null)]
    public string? Direction { get; init; }

    /// <summary>Relations to follow.</summary>
    [FromQuery(Name = "relation")]
    [Description("Only edges with one of these relations: huong-dan. May be repeated.")]
    [MaxLength(ApiLimits.Values)]
    public string[]? Relation { get; init; }

    /// <summary>Levels to show.</summary>
    [FromQuery(Name = "level")]
    [Description("Only documents of these levels: trung-uong, tinh. May be repeated.")]
    [MaxLength(ApiLimits.Values)]
    public string[]? Level { get; init; }

    /// <summary>Earliest year.</summary>
    [FromQuery(Name = "fromYear")]
    [Description("Only documents of this year or later; undated ones stay.")]
    [Range(1, 9999)]
    public int? FromYear { get; init; }

    /// <summary>Latest year.</summary>
    [FromQuery(Name = "toYear")]
    [Description("Only documents of this year or earlier; undated ones stay.")]
    [Range(1, 9999)]
    public int? ToYear { get; init; }

    /// <summary>Most nodes.</summary>
    [FromQuery(Name = "limit")]
    [Description("At most so many documents; what is cut is said.")]
    [Range(1, ApiLimits.GraphNodes)]
    [DefaultValue(ApiLimits.GraphNodes)]
    public int? Limit { get; init; }
}
