using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Search.Application.Contracts;

/// <summary>What somebody wants to correct.</summary>
public sealed record CorrectionRequest
{
    /// <summary>One of <c>field</c>, <c>citation</c>, <c>merge</c>, <c>no-document</c>, <c>repair</c>, <c>split</c>, <c>known</c>, <c>extent</c>.</summary>
    [Description("What is corrected: 'field' of a header, 'citation', 'merge' of a wanted document into another one, 'no-document' for a file that is none, 'repair' to accept or reject a reading of scanned words, 'split' of a wanted document that is several, 'known' for a document that exists and no file holds, 'extent' for where a document begins and ends in its file.")]
    [Required, MaxLength(20)]
    public string Kind { get; init; } = "";

    /// <summary>Key or slug of the document, or of the wanted document for <c>merge</c>.</summary>
    [Description("Key or slug of the document; for 'merge' of the wanted document.")]
    [MaxLength(500)]
    public string? Document { get; init; }

    /// <summary>Path of the file for <c>no-document</c>.</summary>
    [Description("Path of the file, for 'no-document'.")]
    [MaxLength(1000)]
    public string? Path { get; init; }

    /// <summary>The field, for <c>field</c>.</summary>
    [Description("Field of the header: number, type, issuer, province, date, place, title, signer, signerTitle, signingAuthority.")]
    [MaxLength(40)]
    public string? Field { get; init; }

    /// <summary>Offset of the citation or the scanned words into the source, as the document's citations or repairs give it.</summary>
    [Description("Where the citation or the scanned words begin: UTF-16 offset into the source, as /citations or /repairs gives it.")]
    public int? Start { get; init; }

    /// <summary>The right value: of the field, or the key of the document that is cited or that the wanted one is; empty for
    /// an empty field or a citation that stays open.</summary>
    [Description("The right value: of the field, or the key of the document that is meant. Empty: the field is empty, the citation stays open, or the scanned words are right.")]
    [MaxLength(2000)]
    public string? Value { get; init; }

    /// <summary>The relation of the citation; none for the one that was found.</summary>
    [Description("The right relation of a citation, as an id of the catalogue.")]
    [MaxLength(40)]
    public string? Relation { get; init; }

    /// <summary>Which mentions of the wanted document mean which other one, for <c>split</c>; the others stay with it.</summary>
    [Description("For 'split': the mentions that mean another document; the others stay.")]
    [MaxLength(1000)]
    public IReadOnlyList<CorrectionMention>? Mentions { get; init; }

    /// <summary>What is known of the document, for <c>known</c>: number and date at least.</summary>
    [Description("For 'known': number, type, issuer, province, date, title of the document; number and date are needed.")]
    public IReadOnlyDictionary<string, string?>? Fields { get; init; }

    /// <summary>The first words of the document, for <c>extent</c>; none where it begins rightly.</summary>
    [Description("For 'extent': the first words of the document, copied from its text. Empty: it begins rightly.")]
    [MaxLength(1000)]
    public string? From { get; init; }

    /// <summary>The last words of the document, for <c>extent</c>; none where it ends rightly.</summary>
    [Description("For 'extent': the last words of the document, copied from its text. Empty: it ends rightly.")]
    [MaxLength(1000)]
    public string? To { get; init; }

    /// <summary>Why.</summary>
    [Description("Why, for those who look at it later.")]
    [MaxLength(1000)]
    public string? Reason { get; init; }
}
