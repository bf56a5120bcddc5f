using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Search.Text;

namespace Search.Documents.Letterheads;

/// <summary>
/// Dates as lists, spreadsheets and front matter write them, the day before the month as everywhere in Vietnam:
/// <c>15/08/2019</c>, <c>15.8.2019</c>, <c>2019-8-5</c>, <c>2019-08-15T00:00:00+07:00</c>, <c>ngày 15 tháng 8 năm 2019</c>,
/// and the number of days that Excel counts (<c>43692</c>). A month or year alone is no date.
/// </summary>
internal static partial class RecordDate
{
    /// <summary>Day 0 of Excel, one day early because it counts a 29 February 1900.</summary>
    private static readonly DateOnly ExcelEpoch = new(1899, 12, 30);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Reads a date.</summary>
    /// <param name="text">The value of the field; null for none.</param>
    /// <param name="date">The day, when true is returned.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out DateOnly date)
    {
        date = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 100)
        {
            return false;
        }

        var folded = VietnameseFolding.Fold(VietnameseNormalizer.NormalizeText(text)).ToLowerInvariant().Trim();
        foreach (var form in (ReadOnlySpan<Regex>)[YearFirst(), DayFirst(), Words()])
        {
            if (form.Match(folded) is { Success: true } found)
            {
                return TryMake(Number(found, "y"), Number(found, "m"), Number(found, "d"), out date);
            }
        }

        // 20000 is the year 1954, 73000 the year 2099: no year and no number of a paper reads like that.
        if (Serial().Match(folded) is { Success: true } serial)
        {
            date = ExcelEpoch.AddDays(int.Parse(serial.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
            return true;
        }

        return false;
    }

    private static bool TryMake(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < 1900 or > 2999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // 2019-8-5, 2019/08/15, 20190815, 2019-08-15T00:00:00Z, 2019-08-15 00:00
    [GeneratedRegex(@"^(?<y>\d{4})(?:[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})|(?<m>\d{2})(?<d>\d{2}))(?:[t ]\s*\d{1,2}:\d{2}.*)?$", Options, 1000)]
    private static partial Regex YearFirst();

    // 15/08/2019, 15-8-2019, 15.8.2019, Ha Noi, ngay 15/8/2019, 15/08/2019 07:30
    [GeneratedRegex(@"^(?:[^\d]{0,40}\bngay\s+)?(?<d>\d{1,2})\s*[-/.]\s*(?<m>\d{1,2})\s*[-/.]\s*(?<y>\d{4})(?:[t ,]\s*\d{1,2}:\d{2}.*)?$", Options, 1000)]
    private static partial Regex DayFirst();

    // ngay 15 thang 8 nam 2019; Ha Noi, ngay 15 thang 8 nam 2019
    [GeneratedRegex(@"^(?:[^\d]{0,40}\b)?ngay\s+(?<d>\d{1,2})\s+thang\s+(?<m>\d{1,2})\s*,?\s*nam\s+(?<y>\d{4})$", Options, 1000)]
    private static partial Regex Words();

    // 43692, 43692.0, 43692.3125
    [GeneratedRegex(@"^(?<n>[2-6]\d{4}|7[0-2]\d{3})(?:\.\d+)?$", Options, 1000)]
    private static partial Regex Serial();
}
