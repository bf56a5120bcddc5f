using System.Text.Json.Serialization;

namespace Search.Documents.Catalogues;

/// <summary>One issuing body of <c>bodies.json</c>, such as <i>Ban Đối ngoại Trung ương</i> (BĐNTW).</summary>
public sealed record BodyEntry
{
    /// <summary>Kebab case without accents, unique.</summary>
    public required string Id { get; init; }

    /// <summary>The full name as it is written in running text.</summary>
    public required string Name { get; init; }

    /// <summary>The name in English.</summary>
    public required string NameEn { get; init; }

    /// <summary>Other names and text abbreviations that mean this body: <c>Ban Bí thư Trung ương</c>, <c>BBT</c>.</summary>
    public IReadOnlyList<string> ShortNames { get; init; } = [];

    /// <summary>The official sign of the body in a number; null where it never signs by its own.</summary>
    public string? Abbreviation { get; init; }

    /// <summary>Other spellings of the sign: loose ones, older ones, OCR damage (<c>BDNTW</c>).</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>The code after the slash of a number; most often the abbreviation, <c>TW</c> for three bodies.</summary>
    public string? Organ { get; init; }

    /// <summary>
    /// Where the number carries the body's term as digits, as in <c>QH15</c> or <c>UBTVQH14</c>.
    /// </summary>
    public bool TermSuffix { get; init; }

    /// <summary>True when many issuers use the sign (<c>TU</c>, <c>ĐU</c>, <c>UBND</c>): the place tells which one.</summary>
    public bool Shared { get; init; }

    /// <summary>True when the sign alone does not settle the body, so the text around must.</summary>
    public bool Ambiguous { get; init; }

    /// <summary>
    /// <c>trung-uong</c>, <c>tinh</c>, <c>huyen</c>, <c>co-so</c>; <c>dia-phuong</c> for signs used at several levels.
    /// </summary>
    public required string Level { get; init; }

    /// <summary>Party, State or mass organization.</summary>
    public required Layer Layer { get; init; }

    /// <summary>
    /// How high it stands among the bodies of its level and layer, 0 for most: the Politburo above the Secretariat, the Assembly
    /// above the Government. No body changes what a higher one has issued.
    /// </summary>
    public int Rank { get; init; }

    /// <summary>The first day it existed, where known. A bare year in the file means its first day.</summary>
    [JsonConverter(typeof(EarliestDateConverter))]
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day it existed, where it has ended. A bare year in the file means its last day.</summary>
    [JsonConverter(typeof(LatestDateConverter))]
    public DateOnly? ValidTo { get; init; }

    /// <summary>The id of the body that took over the work.</summary>
    public string? Successor { get; init; }

    /// <summary>Numbers issued under this sign; tests parse each.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>
    /// Ids of the types whose numbers carry this body's sign and no type: <c>64/2025/QH15</c> is a law, a code or a
    /// resolution.
    /// </summary>
    public IReadOnlyList<string> UntypedTypes { get; init; } = [];

    /// <summary>How sure the entry is, 0 to 1.</summary>
    public double Confidence { get; init; } = 1.0;

    /// <summary>What a reader of the catalogue should know.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the body existed on a day, as far as the catalogue knows.</summary>
    public bool ExistsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
