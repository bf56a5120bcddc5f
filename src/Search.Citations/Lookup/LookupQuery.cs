using Search.Documents;

namespace Search.Citations.Lookup;

/// <summary>What a typed citation says.</summary>
internal sealed record LookupQuery
{
    public string? Type { get; init; }

    public Docket? Docket { get; init; }

    /// <summary>Numbers it may stand for when damage leaves several readings; else empty.</summary>
    public IReadOnlyList<Docket> Readings { get; init; } = [];

    /// <summary>Whether the number was typed in another way than numbers are written: <c>04CT/TW</c>, <c>18/NQ-TW</c>.</summary>
    public bool IsRespelled { get; init; }

    public string? Sequence { get; init; }

    public string? Issuer { get; init; }

    public string? ProvinceId { get; init; }

    public DateOnly? Date { get; init; }

    public int? Year { get; init; }

    public string? Term { get; init; }

    public string? Title { get; init; }

    /// <summary>What the citation says after its number the document is about; null for nothing.</summary>
    public string? Subject { get; init; }

    public bool IsEmpty => Type is null && Docket is null && Sequence is null && Date is null;
}
