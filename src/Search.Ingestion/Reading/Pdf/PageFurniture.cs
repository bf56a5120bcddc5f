using System.Text.RegularExpressions;

namespace Search.Ingestion.Reading;

/// <summary>Finds what belongs to the pages and not to the text: page numbers, and heads and feet that repeat from page to
/// page, whatever figures change in them.</summary>
internal static partial class PageFurniture
{
    /// <summary>Heads stand in this share of the page at its top, feet at its bottom.</summary>
    private const double Head = 0.1;
    private const double Foot = 0.92;

    private const int LeastPages = 2;

    /// <summary>The lines that are no text.</summary>
    public static HashSet<PdfLine> Find(IReadOnlyList<PdfPage> pages)
    {
        var margins = pages.SelectMany(page => page.Lines.Where(line => IsInMargin(page, line)).Select(line => (Page: page.Number, Line: line, Shape: Shape(line)))).ToList();
        var furniture = margins.Where(margin => margin.Shape.Length > 0)
            .GroupBy(margin => margin.Shape, StringComparer.Ordinal)
            .Where(group => group.Select(margin => margin.Page).Distinct().Count() >= Math.Max(LeastPages, pages.Count / 4))
            .SelectMany(group => group.Select(margin => margin.Line))
            .ToHashSet();
        furniture.UnionWith(pages.SelectMany(page => page.Blocks.SelectMany(block => Numbers(page, block, furniture))).ToList());
        return furniture;
    }

    /// <summary>The page numbers of a block. Nothing of the text stands between them and the edge of the page: the year that a narrow
    /// column breaks off "…, ngày 14 tháng 3 năm" is none.</summary>
    private static IEnumerable<PdfLine> Numbers(PdfPage page, IReadOnlyList<PdfLine> block, HashSet<PdfLine> repeated)
    {
        for (var i = 0; i < block.Count; i++)
        {
            var isTop = block[i].Bottom < page.Height * Head;
            if (IsInMargin(page, block[i]) && (Shape(block[i]).Length == 0 || IsNumber(block[i]))
                && (isTop ? block.Take(i) : block.Skip(i + 1)).All(line => repeated.Contains(line) || Shape(line).Length == 0))
            {
                yield return block[i];
            }
        }
    }

    private static bool IsInMargin(PdfPage page, PdfLine line) =>
        page.Height > 0 && (line.Bottom < page.Height * Head || line.Top > page.Height * Foot);

    private static bool IsNumber(PdfLine line) => PageNumber().IsMatch(Plain(line));

    /// <summary>A line without its figures; empty for one that is figures alone.</summary>
    private static string Shape(PdfLine line) => string.Concat(Plain(line).Where(c => !char.IsAsciiDigit(c) && !char.IsWhiteSpace(c) && c is not ('-' or '–' or '/' or '.')));

    private static string Plain(PdfLine line) => string.Join(' ', line.Words.Select(word => word.Text));

    // 12; - 12 -; Trang 3/14; Page 3 of 14
    [GeneratedRegex(@"^\W*(?:trang|page)?\s*\d{1,4}\s*(?:(?:/|of|trên)\s*\d{1,4})?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PageNumber();
}
