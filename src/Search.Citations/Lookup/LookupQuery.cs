using Search.Documents;

namespace Search.Citations.Lookup;

/// <summary>What a typed citation says.</summary>
internal sealed record LookupQuery
{
    public string? Type { get; init; }

    public Docket? Docket { get; init; }

    public string? Sequence { get; init; }

    public string? Issuer { get; init; }

    public string? ProvinceId { get; init; }

    public DateOnly? Date { get; init; }

    public int? Year { get; init; }

    public string? Term { get; init; }

    public string? Title { get; init; }

    public bool IsEmpty => Type is null && Docket is null && Sequence is null && Date is null;
}
