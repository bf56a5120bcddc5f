using System.Text.Json.Serialization;

namespace Search.Application.Contracts;

/// <summary>A document that answers a query, with its best passages.</summary>
public sealed record SearchHitLine
{
    /// <summary>The document.</summary>
    public required DocumentLine Document { get; init; }

    /// <summary>Comparable within one answer only.</summary>
    public required double Score { get; init; }

    /// <summary>Its best passages, best first.</summary>
    public required IReadOnlyList<SearchPassage> Passages { get; init; }

    /// <summary>For a document whose text is not there: the sentence of a citing one that shows most of the query.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CitingSentence? CitedIn { get; init; }

    /// <summary>True where the document holds some of the words only; such hits follow all matches and are not counted in the total.</summary>
    public bool Weak { get; init; }

    /// <summary>How the score came about; only with <c>explain=true</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Explanation { get; init; }
}
