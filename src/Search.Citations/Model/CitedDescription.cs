using Search.Documents;

namespace Search.Citations;

/// <summary>What a mention says of the document it cites, as far as it says it.</summary>
public sealed record CitedDescription
{
    /// <summary>Catalogue id of the type named, or implied by the number's abbreviation.</summary>
    public string? Type { get; init; }

    /// <summary>The number, where one is given in full.</summary>
    public Docket? Docket { get; init; }

    /// <summary>The running number of a short form: <c>04</c>.</summary>
    public string? Sequence { get; init; }

    /// <summary>Issuer in canonical spelling.</summary>
    public string? Issuer { get; init; }

    /// <summary>Date named.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Year, where only a year is named.</summary>
    public int? Year { get; init; }

    /// <summary>Term (khóa) in Roman figures.</summary>
    public string? Term { get; init; }

    /// <summary>Province id where the mention names one, or the citing document's where the symbol is shared.</summary>
    public string? ProvinceId { get; init; }

    /// <summary>Title, as written.</summary>
    public string? Title { get; init; }

    /// <summary>Whether <see cref="Title"/> is the whole title: it stands in quotation marks or ends where the sentence does.</summary>
    public bool IsTitleWhole { get; init; }

    /// <summary>Date of effect (<c>có hiệu lực kể từ ngày</c>), where the mention names it.</summary>
    public DateOnly? Effective { get; init; }
}
