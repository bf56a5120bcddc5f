using System.Collections.Frozen;

namespace Search.Engine;

/// <summary>One passage as it goes into an index. Text is analyzed and not kept; the store keeps it.</summary>
public sealed record IndexEntry
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoKeywords =
        FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>The passage's own id, <c>documentKey#anchor</c>. Unique in an index, compared ordinally.</summary>
    public required string Id { get; init; }

    /// <summary>The key of the document the passage belongs to.</summary>
    public required string Group { get; init; }

    /// <summary>Field name (<see cref="IndexFields"/>) to text.</summary>
    public IReadOnlyDictionary<string, string> Text { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Column name (<see cref="IndexFields"/>) to its values, for filters and facets.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keywords { get; init; } = NoKeywords;

    /// <summary>Column name (<see cref="IndexFields"/>) to a number, for ranges and sorting.</summary>
    public IReadOnlyDictionary<string, long> Numbers { get; init; } = FrozenDictionary<string, long>.Empty;
}
