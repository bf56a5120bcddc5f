using System.Globalization;
using System.Text.RegularExpressions;

namespace Search.Documents.Letterheads;

/// <summary>The latest date a text cites; a document is not older than what it cites.</summary>
internal static partial class LatestDates
{
    // ngày 16/01/2017 | ngày 4-5-2012
    [GeneratedRegex(@"\bngày\s+(?<d>\d{1,2})\s?[/.-]\s?(?<m>\d{1,2})\s?[/.-]\s?(?<y>(19|20)\d\d)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cited();

    public static DateOnly? Find(string text)
    {
        DateOnly? latest = null;
        foreach (Match match in Cited().FindAll(text))
        {
            var year = int.Parse(match.Groups["y"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            var month = int.Parse(match.Groups["m"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            var day = int.Parse(match.Groups["d"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            {
                continue;
            }

            var date = new DateOnly(year, month, day);
            if (latest is null || date > latest)
            {
                latest = date;
            }
        }

        return latest;
    }
}
