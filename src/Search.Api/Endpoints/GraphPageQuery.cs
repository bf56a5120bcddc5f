using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Search.Application.Contracts;
using Search.Documents;

namespace Search.Api.Endpoints;

/// <summary>
/// The fields of the graph page's form. A form sends empty fields too, and whoever edits an address by hand gets the
/// nearest that can be shown, not an error.
/// </summary>
internal sealed record GraphPageQuery
{
    [FromQuery(Name = "depth")]
    public string? Depth { get; init; }

    [FromQuery(Name = "direction")]
    public string? Direction { get; init; }

    [FromQuery(Name = "relation")]
    public string[]? Relation { get; init; }

    [FromQuery(Name = "level")]
    public string[]? Level { get; init; }

    [FromQuery(Name = "fromYear")]
    public string? FromYear { get; init; }

    [FromQuery(Name = "toYear")]
    public string? ToYear { get; init; }

    /// <summary>How many of the nearest documents an earlier page showed.</summary>
    [FromQuery(Name = "tu")]
    public string? Offset { get; init; }

    /// <summary>Slug of the other end of a chain of citations.</summary>
    [FromQuery(Name = "den")]
    public string? Goal { get; init; }

    public GraphQuery Of(DocumentKey key) => new()
    {
        Key = key.Value,
        Depth = Math.Clamp(Number(Depth) ?? 1, 1, ApiLimits.GraphDepth),
        Direction = Direction is "in" or "out" ? Direction : null,
        Relation = Values(Relation),
        Level = Values(Level),
        FromYear = Number(FromYear),
        ToYear = Number(ToYear),
        Offset = Math.Clamp(Number(Offset) ?? 0, 0, ApiLimits.GraphReach - ApiLimits.GraphNodes),
    };

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string[]? Values(string[]? values) =>
        values?.Where(value => value.Length > 0).Take(ApiLimits.Values).ToArray() is { Length: > 0 } some ? some : null;
}
