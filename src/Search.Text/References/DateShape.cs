using Search.Text.Letters;

namespace Search.Text;

/// <summary>
/// The one reader of the shapes of dates. Tolerant: accents, case and spaces around separators do not matter.
/// <list type="table">
/// <item><term>figures</term><description><c>6/7/2011</c>, <c>06-7-2011</c>, <c>6.7.2011</c>, <c>6/7/11</c>, <c>6-7-11</c>, <c>2011-07-06</c>, <c>2011/7/6</c></description></item>
/// <item><term>words</term><description><c>ngày 6 tháng 7 năm 2011</c>, <c>ngày 06/7/2011</c>, <c>6 tháng bảy năm 2011</c></description></item>
/// <item><term>a month</term><description><c>tháng 7 năm 2011</c>, <c>tháng 7/2011</c>, <c>7/2011</c></description></item>
/// <item><term>a year</term><description><c>năm 2011</c>; figures alone through <see cref="TryReadYear"/></description></item>
/// </list>
/// Pure functions of a text and an offset: they look no further than 48 characters, never throw, and know nothing of
/// what surrounds the date. A document number (<c>30/2020/NĐ-CP</c>) is for <see cref="DocketShape"/>, which a caller
/// asks first.
/// </summary>
public static class DateShape
{
    private const int MinYear = 1800;
    private const int MaxYear = 2200;
    private const int MaxGap = 4;

    /// <summary>Years of two figures up to this one belong to the 21st century.</summary>
    private const int LastShortYear = 50;

    /// <summary>Reads day, month and year in figures, one separator (<c>/</c>, <c>-</c> or <c>.</c>) twice, without spaces.</summary>
    /// <param name="text">A text.</param>
    /// <param name="at">UTF-16 offset of the first figure.</param>
    /// <param name="date">What stands there; day, month and a year of four figures are always given.</param>
    public static bool TryReadFigures(ReadOnlySpan<char> text, int at, out DateReading date)
    {
        date = default;
        var end = at;
        return TryNumber(text, ref end, 1, 2, out var day)
            && end < text.Length && text[end] is '/' or '-' or '.' && text[end] is var separator
            && ++end > 0 && TryNumber(text, ref end, 1, 2, out var month)
            && end < text.Length && text[end] == separator
            && ++end > 0 && TryNumber(text, ref end, 4, 4, out var year)
            && TryMake(at, end, year, month, day, out date);
    }

    /// <summary>Reads a date in any form at a word or figure; a year alone needs the word <c>năm</c>.</summary>
    /// <param name="text">A text.</param>
    /// <param name="at">UTF-16 offset of a word's first letter or of a number's first figure.</param>
    /// <param name="date">What stands there.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out DateReading date)
    {
        date = default;
        if (at >= text.Length)
        {
            return false;
        }

        if (char.IsAsciiDigit(text[at]))
        {
            return TryIso(text, at, out date) || TryDay(text, at, at, out date) || TryMonthYear(text, at, at, marked: false, out date);
        }

        var end = at;
        if (TryWord(text, ref end, "ngay"))
        {
            return TryDay(text, at, SkipSpaces(text, end), out date);
        }

        if (TryWord(text, ref end, "thang"))
        {
            return TryMonthYear(text, at, SkipSpaces(text, end), marked: true, out date);
        }

        if (TryWord(text, ref end, "nam"))
        {
            end = SkipSpaces(text, end);
            return TryNumber(text, ref end, 4, 4, out var year) && !IsPeriod(text, end) && TryMake(at, end, year, 0, 0, out date);
        }

        return false;
    }

    /// <summary>Reads four figures that stand alone and are a year from 1900 to 2100.</summary>
    /// <param name="text">A text.</param>
    /// <param name="at">UTF-16 offset of the first figure.</param>
    /// <param name="date">The year.</param>
    public static bool TryReadYear(ReadOnlySpan<char> text, int at, out DateReading date)
    {
        date = default;
        var end = at;
        return TryNumber(text, ref end, 4, 4, out var year)
            && year is >= 1900 and <= 2100
            && (end == text.Length || (!char.IsLetter(text[end]) && !IsPeriod(text, end)))
            && TryMake(at, end, year, 0, 0, out date);
    }

    // 6/7/2011, 6 tháng 7 năm 2011, 6 tháng 7/2011, from the figures of the day on.
    private static bool TryDay(ReadOnlySpan<char> text, int start, int at, out DateReading date)
    {
        date = default;
        var end = at;
        if (!TryNumber(text, ref end, 1, 2, out var day))
        {
            return false;
        }

        if (TrySeparator(text, ref end, out var separator))
        {
            return TryNumber(text, ref end, 1, 2, out var month)
                && TrySeparator(text, ref end, out var second) && second == separator
                && TryYear(text, ref end, separator is '/' or '-', out var year)
                && TryMake(start, end, year, month, day, out date);
        }

        end = SkipSpaces(text, end);
        return TryWord(text, ref end, "thang")
            && TryMonthYear(text, start, SkipSpaces(text, end), marked: true, out var rest)
            && TryMake(start, rest.End, rest.Year, rest.Month, day, out date);
    }

    // 7 năm 2011, bảy năm 2011, 7/2011, from the month on; without the word tháng in figures with a slash only.
    private static bool TryMonthYear(ReadOnlySpan<char> text, int start, int at, bool marked, out DateReading date)
    {
        date = default;
        var end = at;
        if (!TryNumber(text, ref end, 1, 2, out var month))
        {
            if (!marked || (month = NameAt(text, ref end)) == 0)
            {
                return false;
            }
        }

        if (TrySeparator(text, ref end, out var separator))
        {
            return (marked || separator == '/')
                && TryNumber(text, ref end, 4, 4, out var year)
                && !(end < text.Length && text[end] is '/' or '-')
                && TryMake(start, end, year, month, 0, out date);
        }

        end = SkipSpaces(text, end);
        if (!marked || !TryWord(text, ref end, "nam"))
        {
            return false;
        }

        end = SkipSpaces(text, end);
        return TryNumber(text, ref end, 4, 4, out var written) && TryMake(start, end, written, month, 0, out date);
    }

    private static bool TryIso(ReadOnlySpan<char> text, int at, out DateReading date)
    {
        date = default;
        var end = at;
        return TryNumber(text, ref end, 4, 4, out var year)
            && end < text.Length && text[end] is '-' or '/' or '.' && text[end++] is var separator && TryNumber(text, ref end, 1, 2, out var month)
            && end < text.Length && text[end++] == separator && TryNumber(text, ref end, 1, 2, out var day)
            && TryMake(at, end, year, month, day, out date);
    }

    private static int NameAt(ReadOnlySpan<char> text, ref int at)
    {
        const int Longest = 12;
        var slice = text[at..Math.Min(text.Length, at + Longest)].ToString();
        var folded = VietnameseFolding.Fold(slice);
        if (folded.Length != slice.Length)
        {
            // Decomposed letters: lengths differ, and offsets could not be given back.
            return 0;
        }

        var month = MonthNames.At(folded, out var length);
        at += length;
        return month;
    }

    private static bool TryMake(int start, int end, int year, int month, int day, out DateReading date)
    {
        date = default;
        if (year is < MinYear or > MaxYear || month is < 0 or > 12 || (month == 0 && day > 0)
            || (day == 0 ? false : day > DateTime.DaysInMonth(year, month)))
        {
            return false;
        }

        date = new DateReading(start, end, year, month, day);
        return true;
    }

    private static bool TryYear(ReadOnlySpan<char> text, ref int at, bool allowShort, out int year)
    {
        var start = at;
        if (!TryNumber(text, ref at, 2, 4, out year) || at - start == 3 || (at - start == 2 && !allowShort))
        {
            return false;
        }

        if (at - start == 2)
        {
            year += year <= LastShortYear ? 2000 : 1900;
        }

        return at == text.Length || !char.IsLetterOrDigit(text[at]);
    }

    // "2016-2020" and "2016 - 2020" are periods.
    private static bool IsPeriod(ReadOnlySpan<char> text, int end)
    {
        var at = SkipSpaces(text, end);
        if (at >= text.Length || text[at] is not ('-' or '\u2013' or '\u2014' or '/'))
        {
            return false;
        }

        at = SkipSpaces(text, at + 1);
        return at < text.Length && char.IsAsciiDigit(text[at]);
    }

    private static bool TrySeparator(ReadOnlySpan<char> text, ref int at, out char separator)
    {
        var next = SkipSpaces(text, at);
        separator = next < text.Length ? text[next] : '\0';
        if (separator is not ('/' or '-' or '.'))
        {
            return false;
        }

        at = SkipSpaces(text, next + 1);
        return true;
    }

    private static bool TryWord(ReadOnlySpan<char> text, ref int at, string folded)
    {
        var end = at;
        while (end < text.Length && end - at <= folded.Length + 2 && (char.IsLetter(text[end]) || FoldTable.IsCombiningMark(text[end])))
        {
            end++;
        }

        if (end == at || !FoldsTo(text[at..end], folded))
        {
            return false;
        }

        at = end;
        return true;
    }

    // Every word of a question is asked for three names: no strings are made for it.
    private static bool FoldsTo(ReadOnlySpan<char> word, string folded)
    {
        var next = 0;
        foreach (var c in word)
        {
            if (FoldTable.IsCombiningMark(c))
            {
                continue;
            }

            if (next == folded.Length || FoldTable.Fold(c) != folded[next++])
            {
                return false;
            }
        }

        return next == folded.Length;
    }

    private static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (at < text.Length && at - start < MaxGap && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Reads a whole run of digits whose length lies within the limits.</summary>
    private static bool TryNumber(ReadOnlySpan<char> text, ref int at, int least, int most, out int value)
    {
        value = 0;
        var start = at;
        while (at < text.Length && at - start <= most && char.IsAsciiDigit(text[at]))
        {
            value = (value * 10) + (text[at++] - '0');
        }

        return at - start >= least && at - start <= most;
    }
}
