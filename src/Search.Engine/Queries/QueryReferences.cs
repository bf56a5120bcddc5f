using System.Globalization;
using System.Text;
using Search.Text;

namespace Search.Engine;

/// <summary>What the numbers and dates of a query are looked up by.</summary>
internal static class QueryReferences
{
    /// <summary>The keys under which a number is found, the likeliest first.</summary>
    /// <param name="text">The text the number was read from.</param>
    /// <param name="docket">The number.</param>
    /// <param name="names">The types' names and signs.</param>
    public static List<string> Keys(string text, DocketReading docket, QueryCatalogue names)
    {
        var keys = new List<string>();
        if (docket.TypeName is null)
        {
            Add(keys, Key(docket.Sequence, docket.Year, null, docket.Signs));
            return keys;
        }

        // "Nghị định 30/2020" is one number; "chỉ thị 12 2020" may be a number of that year that does not bear the year.
        var isWritten = docket.Year is null || text.AsSpan(docket.Start, docket.End - docket.Start).Contains('/');
        foreach (var sign in names.FindType(docket.TypeName)?.Abbreviations ?? [])
        {
            Add(keys, Key(docket.Sequence, docket.Year, sign, docket.Signs));
            if (!isWritten)
            {
                Add(keys, Key(docket.Sequence, null, sign, docket.Signs));
            }
        }

        return keys;
    }

    /// <summary>The keys of a value that is said to be a number; the value itself where it has no known shape.</summary>
    public static List<string> KeysOf(string value, QueryCatalogue names)
    {
        var keys = new List<string>();
        foreach (var reference in ReferenceScanner.Scan(value, names))
        {
            if (reference.Docket is { } docket)
            {
                keys.AddRange(Keys(value, docket, names));
            }
        }

        if (keys.Count == 0)
        {
            Add(keys, DocketKey.Of(value));
        }

        return keys;
    }

    /// <summary>A date as a wish.</summary>
    public static QueryWish Wish(DateReading date, int position) => new(
        new RangeFilter(IndexFields.Date, date.From, date.To),
        position,
        date.End - date.Start,
        date switch
        {
            { Day: > 0 } => string.Create(CultureInfo.InvariantCulture,
                $"Đã hiểu là ngày {date.Day:00}/{date.Month:00}/{date.Year}. (Understood as the date {date.Year}-{date.Month:00}-{date.Day:00}.)"),
            { Month: > 0 } => string.Create(CultureInfo.InvariantCulture,
                $"Đã hiểu là tháng {date.Month:00}/{date.Year}. (Understood as the month {date.Year}-{date.Month:00}.)"),
            _ => string.Create(CultureInfo.InvariantCulture,
                $"Ưu tiên văn bản năm {date.Year}. (Documents of {date.Year} rank higher.)"),
        });

    private static string Key(string sequence, string? year, string? type, IReadOnlyList<string> signs)
    {
        var key = new StringBuilder(sequence);
        foreach (var part in new[] { year, type }.Concat(signs))
        {
            if (part is not null)
            {
                key.Append('/').Append(part);
            }
        }

        return DocketKey.Of(key.ToString());
    }

    private static void Add(List<string> keys, string key)
    {
        if (key.Length > 0 && !keys.Contains(key, StringComparer.Ordinal))
        {
            keys.Add(key);
        }
    }
}
