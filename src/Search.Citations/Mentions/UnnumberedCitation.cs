namespace Search.Citations;

/// <summary>A document named by type with issuer, title or occasion and no number: <c>Chương trình hành động của
/// Chính phủ</c>, <c>Nghị quyết Trung ương 4 khóa XII</c>, <c>Điều lệ Đảng</c>, <c>Hiến chương Liên hợp quốc</c>.</summary>
public sealed record UnnumberedCitation : Mention
{
    /// <summary>Index, in the list of mentions, of the document it is attached to (<c>ban hành kèm theo …</c>).</summary>
    public int? AttachedTo { get; init; }

    /// <inheritdoc/>
    public override CitationForm Form => CitationForm.Unnumbered;
}
