using Search.Documents;

namespace Search.Citations;

/// <summary>What a mention says of the document it cites, as far as it says it.</summary>
public sealed record CitedDescription : IDescribed
{
    /// <summary>What the mention names: type and number, issuer and date, title as written. A province may be the citing
    /// document's where the symbol is shared.</summary>
    public DocumentHeader Header { get; init; } = new();

    /// <summary>The running number of a short form: <c>04</c>.</summary>
    public string? Sequence { get; init; }

    /// <summary>Year, where only a year is named.</summary>
    public int? Year { get; init; }

    /// <summary>Whether the title of <see cref="Header"/> is the whole title: it stands in quotation marks or ends where the sentence does.</summary>
    public bool IsTitleWhole { get; init; }

    /// <summary>Date of effect (<c>có hiệu lực kể từ ngày</c>), where the mention names it.</summary>
    public DateOnly? Effective { get; init; }

    /// <summary>First day on which it no longer holds (<c>có hiệu lực đến hết ngày</c>), where the mention names it; of a suspension
    /// the day on which it is in force again.</summary>
    public DateOnly? Ends { get; init; }

    /// <summary>Day on which what the citing document does to it happens, where that is not the day of issue: the day named with the
    /// mention, else the day of effect of the citing document.</summary>
    public DateOnly? ActsOn { get; init; }
}
