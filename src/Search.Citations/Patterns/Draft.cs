using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Citations.Patterns;

/// <summary>A mention being read: token ranges and what was said so far.</summary>
internal sealed class Draft
{
    public required DraftKind Kind { get; init; }

    /// <summary>First token of the mention; a leading date and issuer move it back.</summary>
    public required int From { get; set; }

    /// <summary>One past the last token of the mention.</summary>
    public required int To { get; set; }

    public required int CoreFrom { get; init; }

    public required int CoreTo { get; set; }

    public TypeEntry? Type { get; init; }

    public Docket? Docket { get; set; }

    public IReadOnlyList<Docket> Readings { get; set; } = [];

    public string? Sequence { get; set; }

    public string? Issuer { get; set; }

    /// <summary>The issuer's sign in numbers, where the catalogue knows it.</summary>
    public string? IssuerOrgan { get; set; }

    public string? ProvinceId { get; set; }

    public DateOnly? Date { get; set; }

    public int? Year { get; set; }

    /// <summary>Whether the text says of the date that others of its list have it too: "cùng ngày 12/12/2013".</summary>
    public bool IsDateShared { get; set; }

    public string? Term { get; set; }

    public string? Title { get; set; }

    /// <summary>Whether the title ends where a title can end, and was not cut at a comma.</summary>
    public bool IsTitleWhole { get; set; }

    /// <summary>Whether the number's marks or letters were put right.</summary>
    public bool IsRespelled { get; set; }

    /// <summary>One past the last token of title or details, span or not.</summary>
    public int Tail { get; set; }

    public DateOnly? Effective { get; set; }

    /// <summary>First day on which it no longer holds, or a suspension no longer does.</summary>
    public DateOnly? Ends { get; set; }

    /// <summary>Day on which what is said of it happens.</summary>
    public DateOnly? ActsOn { get; set; }

    public int PinpointFrom { get; set; } = -1;

    public int PinpointTo { get; set; } = -1;

    public BackReferenceKind Back { get; init; }

    /// <summary>Whether it is a provision of the host itself: "khoản 1 Điều này".</summary>
    public bool IsOwnProvision => Kind == DraftKind.Back && PinpointFrom >= 0 && PinpointFrom == CoreFrom;

    /// <summary>The draft an alias names, or an attachment belongs to.</summary>
    public Draft? Other { get; set; }

    /// <summary>The amending law in whose name it stands.</summary>
    public Draft? Outer { get; set; }

    /// <summary>Whether the issuer and a verb of issuing led up to it: the host did not issue it.</summary>
    public bool IsLed { get; set; }

    /// <summary>Its place among the drafts in the order of their cores.</summary>
    public int Index { get; set; } = -1;

    /// <summary>A document named without a number, its name the core.</summary>
    public static Draft OfName(
        int at, int end, TypeEntry type, DraftKind kind = DraftKind.Unnumbered, BackReferenceKind back = default) => new()
    {
        Kind = kind,
        Back = back,
        From = at,
        To = end,
        CoreFrom = at,
        CoreTo = end,
        Type = type.Kind == TypeKind.Generic ? null : type,
    };
}
