using System.Text.Json.Serialization;

namespace Search.Application.Contracts;

/// <summary>One page of an answer to a search.</summary>
public sealed record SearchAnswer
{
    /// <summary>The query as typed.</summary>
    public required string Query { get; init; }

    /// <summary>The query as it was understood, printed as a tree.</summary>
    public required string Understood { get; init; }

    /// <summary>The words as they were read, where they were read otherwise than typed; <c>verbatim=true</c> undoes it.</summary>
    public string? ReadAs { get; init; }

    /// <summary>What was read otherwise than written, and what plain words were understood as.</summary>
    public required IReadOnlyList<QueryRemark> Repairs { get; init; }

    /// <summary>Whether less was searched for than was asked, because no document holds it all; <c>verbatim=true</c> undoes it. Left out where not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Relaxed { get; init; }

    /// <summary>The query in the collection's own spelling, where words were taken as typed that may be slips: in phrases, fields and behind a minus, and throughout with <c>verbatim=true</c>.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>How many documents (or passages) match.</summary>
    public required SearchTotal Total { get; init; }

    /// <summary>What counts as a match: <c>all</c> words and conditions, or <c>most</c> of the words by what they tell.</summary>
    public required string Rule { get; init; }

    /// <summary>Documents that hold some of the words and do not match; they are in no facet, feed or export.</summary>
    public required long Weak { get; init; }

    /// <summary>How long the search took, in milliseconds.</summary>
    public required double TookMs { get; init; }

    /// <summary>Revision of the store that the index mirrors which answered. The same question at the same revision has the same
    /// answer on every machine, but for <see cref="TookMs"/>; cursors are bound to it.</summary>
    public required long Generation { get; init; }

    /// <summary>The hits of this page.</summary>
    public required IReadOnlyList<SearchHitLine> Hits { get; init; }

    /// <summary>Column to its values, most frequent first.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetLine>> Facets { get; init; }

    /// <summary>One line a year; only with <c>mode=history</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SearchHistory? History { get; init; }

    /// <summary>Filter values that no document has, with the nearest known ones; left out where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<UnknownValue>? UnknownValues { get; init; }

    /// <summary>Pass it as <c>cursor</c> to get the next page; null on the last one.</summary>
    public string? NextCursor { get; init; }
}
