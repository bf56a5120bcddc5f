using System.Text.Json.Serialization;

namespace Search.Documents.Catalogues;

/// <summary>A name under which a registered document is cited instead of by its number, from <c>aliases.json</c>.</summary>
public sealed record AliasEntry
{
    /// <summary>The name: <c>Nghị quyết Trung ương 4 khóa XII</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Other ways to write it.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>The keys of <c>register.json</c> it means; several for a name that always means them together.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>
    /// Words of which at least one must stand near the name, because the name alone could mean another
    /// document: <i>Nghị quyết 18</i> needs <c>tinh gọn</c> or the like. Empty when the name is enough.
    /// </summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>The name means this only in documents from this day on; null when always.</summary>
    [JsonConverter(typeof(EarliestDateConverter))]
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The name means this only in documents up to this day; null when always.</summary>
    [JsonConverter(typeof(LatestDateConverter))]
    public DateOnly? ValidTo { get; init; }

    /// <summary>How sure the entry is, 0 to 1.</summary>
    public double Confidence { get; init; } = 1.0;

    /// <summary>What a reader of the catalogue should know.</summary>
    public string? Note { get; init; }

    /// <summary>Whether a document of that day may use the name so.</summary>
    public bool UsableOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
