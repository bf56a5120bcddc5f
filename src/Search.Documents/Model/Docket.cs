using System.Diagnostics.CodeAnalysis;

namespace Search.Documents;

/// <summary>
/// Số, ký hiệu of a document in canonical form: NFC, <c>Đ</c> for look-alikes, no spaces, plain hyphens, a slash
/// where the form has one, sequence padded to two figures. The docket knows only the shape; what its
/// abbreviations mean is in the catalogue.
/// </summary>
public sealed record Docket
{
    internal Docket(DocketStyle style, string sequence, string? year, string symbol, string? type, string? organ)
    {
        Style = style;
        Sequence = sequence;
        Year = year;
        Symbol = symbol;
        Type = type;
        Organ = organ;
        Canonical = style switch
        {
            DocketStyle.StateWithYear => $"{sequence}/{year}/{symbol}",
            DocketStyle.State => $"{sequence}/{symbol}",
            _ => $"{sequence}-{symbol}",
        };
    }

    /// <summary>How the number is put together.</summary>
    public DocketStyle Style { get; }

    /// <summary>The running number as text, such as <c>04</c>; it may carry a letter (<c>12A</c>).</summary>
    public string Sequence { get; }

    /// <summary>Year of a State docket that names one.</summary>
    public string? Year { get; }

    /// <summary>All after sequence and year, such as <c>CT/TW</c>, <c>QĐ-TTg</c>, <c>UBND-VX2</c>, <c>QH15</c>.</summary>
    public string Symbol { get; }

    /// <summary>
    /// First part of the symbol where it stands in the place of a type: <c>CT</c>, <c>QĐ</c>. In
    /// <c>4011/UBND-VX2</c> it is <c>UBND</c>: only the catalogue can tell that this is an organ.
    /// </summary>
    public string? Type { get; }

    /// <summary>Rest of the symbol, where the organ stands: <c>TW</c>, <c>TTg</c>; null when none is named.</summary>
    public string? Organ { get; }

    /// <summary>The canonical number.</summary>
    public string Canonical { get; }

    /// <summary>Reads a docket in any of its wild spellings; the whole text must be one docket.</summary>
    /// <remarks>Accepts spaces around separators, other dashes, <c>Ð</c>, <c>O</c>/<c>l</c> for figures in the
    /// sequence, a leading <c>số</c> with or without a colon. Case is kept, since <c>TTg</c> and <c>QĐi</c> differ
    /// by it; a docket typed wholly in lower case is raised.</remarks>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Docket? docket) =>
        DocketParser.TryParse(text, out docket);

    /// <summary>Reads a docket.</summary>
    /// <exception cref="FormatException">The text is not one docket.</exception>
    public static Docket Parse(string text) =>
        TryParse(text, out var docket) ? docket : throw new FormatException($"Not a document number: '{text}'.");

    /// <inheritdoc/>
    public override string ToString() => Canonical;
}
