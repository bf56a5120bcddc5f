using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Search.Application.Contracts;

/// <summary>Parameters of a search.</summary>
public sealed record SearchQuery
{
    /// <summary>Query text: words, "phrases", numbers (04-CT/TW, chi thi 04), -without, OR, loai:chi-thi, nam:2011..2017, coquan:"Ban Bí thư", hieuluc:bi-thay-the, nguoiky:, noinhan:. Empty finds everything.</summary>
    [MaxLength(ApiLimits.QueryLength)]
    public string? Q { get; init; }

    /// <summary>Whether to take every word as typed: no reading of typing errors, no wishes from plain words.</summary>
    [DefaultValue(false)]
    public bool? Verbatim { get; init; }

    /// <summary>Hits of a page.</summary>
    [Range(1, ApiLimits.PageSize)]
    [DefaultValue(10)]
    public int? Limit { get; init; }

    /// <summary>nextCursor of the page before. Bound to one generation of the index: 410 when that is gone.</summary>
    [MaxLength(2048)]
    public string? Cursor { get; init; }

    /// <summary>Order of hits: relevance (default), newest, oldest, most-cited.</summary>
    [AllowedValues("relevance", "newest", "oldest", "most-cited", null)]
    public string? Sort { get; init; }

    /// <summary>documents (default), or history: also one line a year, first and last mention.</summary>
    [AllowedValues("documents", "history", null)]
    public string? Mode { get; init; }

    /// <summary>Only these document types, by id: chi-thi. May be repeated.</summary>
    [MaxLength(ApiLimits.Values)]
    public string[]? Type { get; init; }

    /// <summary>Only these issuers, by name. May be repeated.</summary>
    [MaxLength(ApiLimits.Values)]
    public string[]? Issuer { get; init; }

    /// <summary>Only these levels: trung-uong, tinh, huyen, co-so. May be repeated.</summary>
    [MaxLength(ApiLimits.Values)]
    public string[]? Level { get; init; }

    /// <summary>Only these provinces, by id: quang-ngai. May be repeated.</summary>
    [MaxLength(ApiLimits.Values)]
    public string[]? Province { get; init; }

    /// <summary>Another name of province.</summary>
    [MaxLength(ApiLimits.Values)]
    public string[]? Place { get; init; }

    /// <summary>Only these terms (khóa) in Roman figures: XI. May be repeated.</summary>
    [MaxLength(ApiLimits.Values)]
    public string[]? Term { get; init; }

    /// <summary>Only these years. May be repeated.</summary>
    [MaxLength(ApiLimits.Values)]
    public string[]? Year { get; init; }

    /// <summary>Only documents that are, as far as others say, in this state: con-hieu-luc, het-hieu-luc-mot-phan, bi-thay-the, het-hieu-luc, ngung-hieu-luc, chua-ro. May be repeated.</summary>
    [MaxLength(ApiLimits.Values)]
    public string[]? Validity { get; init; }

    /// <summary>Another name of validity.</summary>
    [MaxLength(ApiLimits.Values)]
    public string[]? Status { get; init; }

    /// <summary>Only documents signed by these persons; a part of a name will do, and a name that documents carry whole means itself. May be repeated.</summary>
    [MaxLength(ApiLimits.Values)]
    public string[]? Signer { get; init; }

    /// <summary>Only documents sent to these recipients or addressees; a part of a name will do, and a name that documents carry whole means itself. May be repeated.</summary>
    [MaxLength(ApiLimits.Values)]
    public string[]? Recipient { get; init; }

    /// <summary>Only documents of this day or later, yyyy-mm-dd; undated ones fall out.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only documents of this day or earlier, yyyy-mm-dd; undated ones fall out.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Passages shown for each document.</summary>
    [Range(1, 10)]
    [DefaultValue(1)]
    public int? Passages { get; init; }

    /// <summary>Whether to count types, issuers, levels, provinces, terms, years, states of validity and signers.</summary>
    [DefaultValue(false)]
    public bool? Facets { get; init; }

    /// <summary>Whether to say how each score came about.</summary>
    [DefaultValue(false)]
    public bool? Explain { get; init; }
}
