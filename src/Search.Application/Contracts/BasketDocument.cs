using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Search.Application.Contracts;

/// <summary>A document to put into a list.</summary>
public sealed record BasketDocument
{
    /// <summary>Key or slug of the document.</summary>
    [Description("Key or slug of the document.")]
    [Required, MaxLength(500)]
    public string? Document { get; init; }
}
