using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Search.Application.Contracts;

/// <summary>A mention of a wanted document and the document that it means.</summary>
public sealed record CorrectionMention
{
    /// <summary>Key or slug of the citing document.</summary>
    [Description("Key or slug of the citing document.")]
    [Required, MaxLength(500)]
    public string Document { get; init; } = "";

    /// <summary>Where the citation begins: UTF-16 offset into the source.</summary>
    [Description("Where the citation begins: UTF-16 offset into the source, as /cited-by gives it.")]
    public int Start { get; init; }

    /// <summary>Key of the document that is meant.</summary>
    [Description("The document that is meant; one that nobody knows yet by its key, such as 04-CT/TW@2011-07-06.")]
    [Required, MaxLength(500)]
    public string Value { get; init; } = "";
}
