using System.Text.RegularExpressions;

namespace Search.Ingestion.Reading;

/// <summary>
/// Joins what was filled in later to the words around it: the number and the day that signing software sets into the gaps
/// of a printed paper ("Số: … /QĐ-UBND", "ngày … tháng … năm …") stand in blocks of their own.
/// </summary>
internal static partial class FilledIn
{
    /// <summary>A gap left for a pen is no wider, in heights.</summary>
    private const double Gap = 6;

    /// <param name="blocks">Blocks of a page in reading order.</param>
    public static IReadOnlyList<IReadOnlyList<PdfLine>> Join(IReadOnlyList<IReadOnlyList<PdfLine>> blocks)
    {
        List<IReadOnlyList<PdfLine>>? joined = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            var last = joined is null ? i > 0 ? blocks[i - 1] : null : joined[^1];
            if (last is not null && blocks[i] is [var next, ..] && GoesOn(last[^1], next))
            {
                joined ??= [.. blocks.Take(i)];
                joined[^1] = [.. last.SkipLast(1), new PdfLine([.. last[^1].Words, .. next.Words]), .. blocks[i].Skip(1)];
            }
            else
            {
                joined?.Add(blocks[i]);
            }
        }

        return joined ?? blocks;
    }

    private static bool GoesOn(PdfLine line, PdfLine next)
    {
        var middle = (next.Top + next.Bottom) / 2;
        var gap = next.Left - line.Right;
        if (middle < line.Top || middle > line.Bottom || gap < 0 || gap > Gap * Math.Max(line.Height, next.Height))
        {
            return false;
        }

        var text = line.Text();
        var after = next.Text();
        return (NumberGap().IsMatch(text) && SignBegins().IsMatch(after)) || (DateGap().IsMatch(text) && DateGoesOn().IsMatch(after));
    }

    // Số: | Số: 779 | Số
    [GeneratedRegex(@"^Số\s*:?\s*\d{0,6}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex NumberGap();

    // /QĐ-UBND | -KH/TU | 779 /QĐ-UBND
    [GeneratedRegex(@"^\d{0,6}\s*[-/]\s*\p{Lu}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex SignBegins();

    // Tây Ninh, ngày | 23 tháng | ngày 23 tháng 3 | 3 năm
    [GeneratedRegex(@"(\bngày|\btháng|\bnăm)\s*\d{0,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex DateGap();

    // 23 | 23 tháng | tháng 3 năm 2022 | 3 năm 2022 | năm 2022
    [GeneratedRegex(@"^(\d{1,2}$|\d{1,2}\s+(tháng|năm)\b|\d{4}$|tháng\b|năm\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex DateGoesOn();
}
