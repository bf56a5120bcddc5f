using System.Text.RegularExpressions;

namespace Search.Documents.Letterheads;

/// <summary>The date on which an assembly passed a law or resolution, which stands in its last sentence and not in its head.</summary>
internal static partial class PassedDate
{
    /// <summary>The sentence stands among the last lines of the text, in UTF-16 units.</summary>
    private const int MaxTail = 4_000;

    /// <summary>The date; null where no such sentence stands there.</summary>
    public static DateOnly? Read(Sheet sheet, int from, int to)
    {
        if (from >= to)
        {
            return null;
        }

        var end = sheet.Lines.SpanOf(to - 1).End;
        var start = Math.Max(sheet.Lines.SpanOf(from).Start, end - MaxTail);
        var text = TypeNames.Fold(Search.Text.VietnameseNormalizer.NormalizeText(sheet.Source.Text[start..end].ReplaceLineEndings(" ")));
        var match = Sentence().Find(text);
        return match.Success && RecordDate.TryParse("ngay " + match.Groups["day"].Value, out var date) ? date : null;
    }

    // luat nay duoc quoc hoi nuoc cong hoa xa hoi chu nghia viet nam khoa xv, ky hop thu 10 thong qua ngay 11 thang 12 nam 2025 | (a copy
    // that lost a word) luat nay duoc quoc hoi khoa xiii, ky hop thu 7 qua ngay 18/6/2014
    [GeneratedRegex(
        @"\b(luat|phap lenh|nghi quyet|hien phap) nay\s+(da\s+)?duoc\s[^.;]{10,220}?\b(thong )?qua\s+ngay\s+(?<day>\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1_000)]
    private static partial Regex Sentence();
}
