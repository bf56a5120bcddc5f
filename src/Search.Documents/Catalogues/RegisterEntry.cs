namespace Search.Documents.Catalogues;

/// <summary>
/// One document that is known to exist, from <c>register.json</c>: enough to name a stub before the document
/// itself arrives. Unknown fields are null, never invented.
/// </summary>
public sealed record RegisterEntry
{
    private const double Confirmed = 0.9;

    /// <summary><c>NUMBER@DATE</c>, with <c>~place</c> for shared signs; a plain name for documents without number.</summary>
    public required string Key { get; init; }

    /// <summary>The number, canonical; null for documents known by name (Điều lệ Đảng).</summary>
    public string? Number { get; init; }

    /// <summary>The id of the type in <c>types.json</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The issuer as it is named in citations: <c>Ban Bí thư</c>.</summary>
    public string? Issuer { get; init; }

    /// <summary>The id of the province for provincial issuers.</summary>
    public string? Province { get; init; }

    /// <summary>The day of issue.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The title (trích yếu), without the quotation marks.</summary>
    public string? Title { get; init; }

    /// <summary>The term of the Party for central Party documents: <c>XI</c>.</summary>
    public string? Term { get; init; }

    /// <summary>Who signed, where known.</summary>
    public string? Signer { get; init; }

    /// <summary>
    /// <c>con-hieu-luc</c>, <c>het-hieu-luc</c>, or null where not known. Never derived from another entry.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>The key of the document that replaced this one, only where a source says so.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Where the facts come from.</summary>
    public string? Source { get; init; }

    /// <summary>How sure the entry is, 0 to 1.</summary>
    public double Confidence { get; init; } = 1.0;

    /// <summary>Whether two independent sources or one official text agree on it. Only such an entry may decide a link or answer a
    /// look-up; any other describes a document that is cited anyway.</summary>
    public bool IsConfirmed => Confidence >= Confirmed;

    /// <summary>What a reader of the catalogue should know.</summary>
    public string? Note { get; init; }
}
