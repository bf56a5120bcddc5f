namespace Search.Text.Tokens;

/// <summary>Days written in digits: 06/7/2011, 28-4-2022, 18.4.2006.</summary>
internal static class DateScanner
{
    /// <summary>Length of the date at the beginning of <paramref name="text"/>, or 0.</summary>
    internal static int LengthAt(ReadOnlySpan<char> text) => TryRead(text, out _, out _, out _, out var length) ? length : 0;

    internal static int Write(ReadOnlySpan<char> text, Span<char> target)
    {
        TryRead(text, out var day, out var month, out var year, out _);
        target[0] = (char)('0' + (year / 1000));
        target[1] = (char)('0' + (year / 100 % 10));
        target[2] = (char)('0' + (year / 10 % 10));
        target[3] = (char)('0' + (year % 10));
        target[4] = '-';
        target[5] = (char)('0' + (month / 10));
        target[6] = (char)('0' + (month % 10));
        target[7] = '-';
        target[8] = (char)('0' + (day / 10));
        target[9] = (char)('0' + (day % 10));
        return 10;
    }

    private static bool TryRead(ReadOnlySpan<char> text, out int day, out int month, out int year, out int length)
    {
        month = year = length = 0;
        var at = 0;
        if (!TryDigits(text, ref at, 1, 2, out day) || at >= text.Length || text[at] is not ('/' or '-' or '.'))
        {
            return false;
        }

        var separator = text[at++];
        if (!TryDigits(text, ref at, 1, 2, out month) || at >= text.Length || text[at++] != separator)
        {
            return false;
        }

        if (!TryDigits(text, ref at, 4, 4, out year))
        {
            return false;
        }

        length = at;
        return year is >= 1800 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    /// <summary>Reads a whole run of digits whose length lies within the limits.</summary>
    private static bool TryDigits(ReadOnlySpan<char> text, ref int at, int least, int most, out int value)
    {
        value = 0;
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && at - start <= most)
        {
            value = (value * 10) + (text[at++] - '0');
        }

        return at - start >= least && at - start <= most;
    }
}
