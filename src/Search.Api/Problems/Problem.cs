using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Search.Api.Problems;

/// <summary>An RFC 9457 problem as the API writes it, <c>application/problem+json</c>.</summary>
public sealed record Problem
{
    /// <summary>Stable type, a reference on this host: <c>/problems/not-found</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What went wrong in general, in Vietnamese; in English where <c>Accept-Language</c> prefers it.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What went wrong here: Vietnamese, then English in parentheses; English alone where <c>Accept-Language</c> prefers it.</summary>
    public string? Detail { get; init; }

    /// <summary>The path that was asked for.</summary>
    public string? Instance { get; init; }

    /// <summary>Quote it to the operator.</summary>
    public string? TraceId { get; init; }

    /// <summary>What is wrong where, for requests and queries that cannot be read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProblemError>? Errors { get; init; }

    /// <summary>Keys of the documents that match, where there are several.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Candidates { get; init; }

    /// <summary>A problem of a kind, told about one request.</summary>
    /// <param name="kind">Which error.</param>
    /// <param name="context">The request it answers.</param>
    /// <param name="detail">What went wrong here, or null for the general title in English.</param>
    public static Problem Of(ProblemKind kind, HttpContext context, string? detail = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(context);
        return new Problem
        {
            Type = kind.Type,
            Title = kind.Title,
            Status = kind.Status,
            Detail = detail ?? $"{kind.Title}. ({kind.TitleEn}.)",
            Instance = context.Request.Path,
            TraceId = Activity.Current?.Id ?? context.TraceIdentifier,
        };
    }
}
