using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Citations.Evaluation;

/// <summary>The labels of one source file.</summary>
public sealed record GoldFile
{
    /// <summary>Name of the source file.</summary>
    [JsonPropertyName("file")]
    public required string Name { get; init; }

    /// <summary>Its citations.</summary>
    [JsonPropertyName("citations")]
    public IReadOnlyList<GoldCitation> Citations { get; init; } = [];

    /// <summary>Its traps.</summary>
    [JsonPropertyName("non_citation_traps")]
    public IReadOnlyList<GoldTrap> Traps { get; init; } = [];

    /// <summary>Reads the files of a gold set.</summary>
    /// <exception cref="JsonException">The text is no gold set.</exception>
    public static IReadOnlyList<GoldFile> Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (!document.RootElement.TryGetProperty("files", out var files))
        {
            throw new JsonException("A gold set has a property 'files'.");
        }

        return files.Deserialize<List<GoldFile>>() ?? [];
    }
}
