using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Search.Api.Hosting;

namespace Search.Api.Contracts;

/// <summary>Parameters of a search.</summary>
public sealed record SearchQuery
{
    /// <summary>The query text.</summary>
    [FromQuery(Name = "q")]
    [Description("Query text: words, \"phrases\", numbers (04-CT/TW, chi thi 04), -without, OR, loai:chi-thi, nam:2011..2017, coquan:\"Ban Bí thư\". Empty finds everything.")]
    [MaxLength(ApiLimits.QueryLength)]
    public string? Q { get; init; }

    /// <summary>Hits of a page.</summary>
    [FromQuery(Name = "limit")]
    [Description("Hits of a page.")]
    [Range(1, ApiLimits.PageSize)]
    [DefaultValue(10)]
    public int? Limit { get; init; }

    /// <summary>The next page.</summary>
    [FromQuery(Name = "cursor")]
    [Description("nextCursor of the page before. Bound to one generation of the index: 410 when that is gone.")]
    [MaxLength(2048)]
    public string? Cursor { get; init; }

    /// <summary>Order of hits.</summary>
    [FromQuery(Name = "sort")]
    [Description("Order of hits: relevance (default), newest, oldest, most-cited.")]
    [AllowedValues("relevance", "newest", "oldest", "most-cited", null)]
    public string? Sort { get; init; }

    /// <summary>Documents or history.</summary>
    [FromQuery(Name = "mode")]
    [Description("documents (default), or history: also one line a year, first and last mention.")]
    [AllowedValues("documents", "history", null)]
    public string? Mode { get; init; }

    /// <summary>Types.</summary>
    [FromQuery(Name = "type")]
    [Description("Only these document types, by id: chi-thi. May be repeated.")]
    [MaxLength(ApiLimits.Values)]
    public string[]? Type { get; init; }

    /// <summary>Issuers.</summary>
    [FromQuery(Name = "issuer")]
    [Description("Only these issuers, by name. May be repeated.")]
    [MaxLength(ApiLimits.Values)]
    public string[]? Issuer { get; init; }

    /// <summary>Levels.</summary>
    [FromQuery(Name = "level")]
    [Description("Only these levels: trung-uong, tinh, huyen, co-so. May be repeated.")]
    [MaxLength(ApiLimits.Values)]
    public string[]? Level { get; init; }

    /// <summary>Provinces.</summary>
    [FromQuery(Name = "province")]
    [Description("Only these provinces, by id: quang-ngai. May be repeated.")]
    [MaxLength(ApiLimits.Values)]
    public string[]? Province { get; init; }

    /// <summary>Terms.</summary>
    [FromQuery(Name = "term")]
    [Description("Only these terms (khóa) in Roman figures: XI. May be repeated.")]
    [MaxLength(ApiLimits.Values)]
    public string[]? Term { get; init; }

    /// <summary>Years.</summary>
    [FromQuery(Name = "year")]
    [Description("Only these years. May be repeated.")]
    [MaxLength(ApiLimits.Values)]
    public string[]? Year { get; init; }

    /// <summary>Earliest date.</summary>
    [FromQuery(Name = "from")]
    [Description("Only documents of this day or later, yyyy-mm-dd; undated ones fall out.")]
    public DateOnly? From { get; init; }

    /// <summary>Latest date.</summary>
    [FromQuery(Name = "to")]
    [Description("Only documents of this day or earlier, yyyy-mm-dd; undated ones fall out.")]
    public DateOnly? To { get; init; }

    /// <summary>Passages of each document.</summary>
    [FromQuery(Name = "passages")]
    [Description("Passages shown for each document.")]
    [Range(1, 10)]
    [DefaultValue(1)]
    public int? Passages { get; init; }

    /// <summary>Whether to count facets.</summary>
    [FromQuery(Name = "facets")]
    [Description("Whether to count types, issuers, levels, provinces, terms and years.")]
    [DefaultValue(false)]
    public bool? Facets { get; init; }

    /// <summary>Whether to explain scores.</summary>
    [FromQuery(Name = "explain")]
    [Description("Whether to say how each score came about.")]
    [DefaultValue(false)]
    public bool? Explain { get; init; }
}
