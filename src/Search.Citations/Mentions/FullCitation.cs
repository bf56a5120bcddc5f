using Search.Documents;

namespace Search.Citations;

/// <summary>A mention with the whole number: <c>Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư khóa XI</c>.</summary>
public sealed record FullCitation : Mention
{
    /// <summary>Numbers it may stand for when damage leaves several readings (<c>02-HD/BDNTW</c>); else empty.</summary>
    public IReadOnlyList<Docket> Readings { get; init; } = [];

    /// <inheritdoc/>
    public override CitationForm Form =>
        Cited.Date is not null || Cited.Year is not null ? CitationForm.Full : CitationForm.Number;
}
