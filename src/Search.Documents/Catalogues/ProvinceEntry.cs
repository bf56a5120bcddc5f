using System.Text.Json.Serialization;

namespace Search.Documents.Catalogues;

/// <summary>
/// One province or centrally governed city of <c>provinces.json</c>. A province that kept its name through a
/// merger is one entry; its number signs and keys stay the same.
/// </summary>
public sealed record ProvinceEntry
{
    /// <summary>Kebab case without accents, as in keys: <c>quang-ngai</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name without the word for its kind: <c>Quảng Ngãi</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Other spellings and everyday names: <c>TP. Hồ Chí Minh</c>, <c>Bắc Cạn</c>.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary><c>tinh</c> or <c>thanh-pho</c> (centrally governed city).</summary>
    public required string Kind { get; init; }

    /// <summary>The Party committee: <c>Tỉnh ủy Quảng Ngãi</c>, <c>Thành ủy Hà Nội</c>.</summary>
    public required string Committee { get; init; }

    /// <summary>Towns and cities that letterheads name as place of issue, the latest seat first.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>The first day, where known. A bare year in the file means its first day.</summary>
    [JsonConverter(typeof(EarliestDateConverter))]
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day, where it has ended. A bare year in the file means its last day.</summary>
    [JsonConverter(typeof(LatestDateConverter))]
    public DateOnly? ValidTo { get; init; }

    /// <summary>The provinces that took over the territory when this one ended.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    /// <summary>The provinces merged into this one on 1 July 2025 (Nghị quyết 202/2025/QH15), itself left out.</summary>
    public IReadOnlyList<string> MergedFrom { get; init; } = [];

    /// <summary>How sure the entry is, 0 to 1.</summary>
    public double Confidence { get; init; } = 1.0;

    /// <summary>What a reader of the catalogue should know.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the province existed on a day.</summary>
    public bool ExistsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
