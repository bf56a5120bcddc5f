namespace Search.Documents.Catalogues;

/// <summary>
/// One term of <c>terms.json</c>: a term of the Party (<c>khóa XI</c>) with its congress and the days between
/// which numbers of the central bodies run on from 01, or a term of the National Assembly.
/// </summary>
public sealed record TermEntry
{
    /// <summary>The term as a Roman number: <c>XI</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The term as an Arabic number: 11.</summary>
    public required int Number { get; init; }

    /// <summary><c>party</c>, or <c>state</c> for the National Assembly: two different series.</summary>
    public required Layer Layer { get; init; }

    /// <summary>The first day of the congress; for the Assembly, the first day of the term's first year.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of the congress; for the Assembly, the last day of the term's last year.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The first day of the numbering term, where known (36-HD/VPTW, II.1.3).</summary>
    public DateOnly? NumberingFrom { get; init; }

    /// <summary>The last day of the numbering term; null while it runs or is not known.</summary>
    public DateOnly? NumberingTo { get; init; }

    /// <summary>
    /// By how many days a border of the numbering term may be off, since a first plenum held during the
    /// congress starts the new series early.
    /// </summary>
    public int ToleranceDays { get; init; }

    /// <summary>How sure the entry is, 0 to 1.</summary>
    public double Confidence { get; init; } = 1.0;

    /// <summary>What a reader of the catalogue should know.</summary>
    public string? Note { get; init; }

    /// <summary>Whether a document of a central body dated so may be numbered in this term, tolerance included.</summary>
    public bool MayNumber(DateOnly day) =>
        NumberingFrom is { } from && day >= from.AddDays(-ToleranceDays)
        && (NumberingTo is not { } to || day <= to.AddDays(ToleranceDays));
}
