using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Search.Application.Contracts;

/// <summary>What somebody wants to note.</summary>
public sealed record NoteRequest
{
    /// <summary>The note.</summary>
    [Description("The note.")]
    [Required, MaxLength(10_000)]
    public string? Text { get; init; }

    /// <summary>Where the place begins; none for a note on the whole document, or for one given by <see cref="Quote"/>.</summary>
    [Description("Where the place begins: UTF-16 offset into the source. Neither start, end nor quote: a note on the whole document.")]
    [Range(0, int.MaxValue)]
    public int? Start { get; init; }

    /// <summary>Where it ends.</summary>
    [Description("Where the place ends.")]
    [Range(0, int.MaxValue)]
    public int? End { get; init; }

    /// <summary>The words at the place, in place of offsets.</summary>
    [Description("The words of the place, in place of start and end; their first occurrence counts.")]
    [MaxLength(2_000)]
    public string? Quote { get; init; }

    /// <summary>Whether others who may see the document see it.</summary>
    [Description("Whether others who may see the document see the note. Default: false.")]
    public bool? Shared { get; init; }
}
