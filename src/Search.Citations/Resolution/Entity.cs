using Search.Documents;

namespace Search.Citations.Resolution;

/// <summary>One document as the mentions of a host describe it together.</summary>
internal sealed class Entity
{
    public Docket? Docket { get; set; }

    public IReadOnlyList<Docket> Readings { get; set; } = [];

    public string? Type { get; set; }

    public string? Issuer { get; set; }

    public DateOnly? Date { get; set; }

    public int? Year { get; set; }

    public string? Term { get; set; }

    public string? ProvinceId { get; set; }

    public string? Title { get; set; }

    /// <summary>Whether a mention names issuer, date, term or year: a bare number identifies nothing.</summary>
    public bool IsSelf { get; set; }

    public CitationTarget? Target { get; set; }

    public IReadOnlyList<DocumentKey> Candidates { get; set; } = [];

    public string Reason { get; set; } = "";

    public double Confidence { get; set; }
}
