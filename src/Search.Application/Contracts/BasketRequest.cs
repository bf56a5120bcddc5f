using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Search.Application.Contracts;

/// <summary>A list that somebody wants to make.</summary>
public sealed record BasketRequest
{
    /// <summary>What to call it.</summary>
    [Description("What to call it.")]
    [Required, MaxLength(200)]
    public string? Name { get; init; }

    /// <summary>Keys or slugs of documents that it begins with.</summary>
    [Description("Keys or slugs of documents to begin with.")]
    [MaxLength(100)]
    public IReadOnlyList<string>? Documents { get; init; }
}
