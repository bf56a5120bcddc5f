using System.Globalization;
using System.Text.RegularExpressions;

namespace Search.Documents.Letterheads;

/// <summary>Dates as lists, front matter and pages write them: year first, day first, in words, with a time behind.</summary>
internal static partial class DateForms
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 2_000;

    /// <summary>Reads a date; day before month where both are possible, as it is written in Vietnam.</summary>
    public static bool TryParse(string text, out DateOnly date)
    {
        date = default;
        if (text.Length > 80)
        {
            return false;
        }

        var folded = TypeNames.Fold(text.Trim());
        var match = YearFirst().Find(folded);
        if (!match.Success)
        {
            match = DayFirst().Find(folded);
        }

        if (!match.Success)
        {
            match = InWords().Find(folded);
        }

        return match.Success && TryMake(match, out date);
    }

    private static bool TryMake(Match match, out DateOnly date)
    {
        date = default;
        var year = Number(match.Groups["y"].Value);
        var month = Number(match.Groups["m"].Value);
        var day = Number(match.Groups["d"].Value);
        if (year is < 1900 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // 2026-07-11 | 2026/7/1 | 2026-07-11t08:00:00
    [GeneratedRegex(@"^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(t|\s|$)", Options, Timeout)]
    private static partial Regex YearFirst();

    // 11/07/2026 | 1-7-2026 | 11.07.2026 08:00
    [GeneratedRegex(@"^(?<d>\d{1,2})\s?[-/.]\s?(?<m>\d{1,2})\s?[-/.]\s?(?<y>\d{4})(\s|$|\.$)", Options, Timeout)]
    private static partial Regex DayFirst();

    // ngay 11 thang 7 nam 2026 | 11 thang 07, 2026
    [GeneratedRegex(@"^(ngay\s*)?(?<d>\d{1,2})\s*thang\s*(?<m>\d{1,2})\s*,?\s*(nam\s*)?(?<y>\d{4})\.?$", Options, Timeout)]
    private static partial Regex InWords();
}
