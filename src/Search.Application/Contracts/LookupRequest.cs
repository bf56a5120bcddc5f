using System.ComponentModel.DataAnnotations;

namespace Search.Application.Contracts;

/// <summary>Citations to look up: a running text, a list, or both.</summary>
public sealed record LookupRequest
{
    /// <summary>Running text; every mention in it is looked up.</summary>
    [MaxLength(ApiLimits.LookupLength)]
    public string? Text { get; init; }

    /// <summary>Citations, one a string.</summary>
    [MaxLength(500)]
    public IReadOnlyList<string>? Citations { get; init; }
}
