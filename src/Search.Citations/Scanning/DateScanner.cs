namespace Search.Citations.Scanning;

/// <summary>
/// Reads dates: <c>ngày 06/7/2011</c>, <c>ngày 16 tháng 01 năm 2017</c>, <c>28-4-2022</c>, <c>18.4.2006</c>,
/// <c>06 tháng 7 năm 2011</c>, <c>tháng bốn</c>, <c>ngày22</c>, two-figure years, <c>năm 2018</c>.
/// </summary>
internal sealed class DateScanner(Lexicon lexicon)
{
    /// <summary>Reads a date at a token, with or without the word <c>ngày</c>.</summary>
    public bool TryRead(TokenList tokens, int at, out DateHit hit)
    {
        hit = default;
        var i = at;
        var marked = tokens.IsLoosely(i, lexicon.Ngay);
        if (marked)
            i++;
        if (!tokens.IsNumber(i) || tokens[i].Length > 2 || tokens.Has(i, TokenFlags.Blank))
            return false;
        int day = tokens[i].Word;
        var next = i + 1;
        if (next + 2 < tokens.Count && tokens[next].Kind == TokenKind.Punctuation && (char)tokens[next].Word is '/' or '-' or '.')
        {
            var separator = (char)tokens[next].Word;
            if (!tokens.IsNumber(next + 1) || !tokens.IsPunctuation(next + 2, separator) || !tokens.IsNumber(next + 3))
                return false;
            return Build(day, tokens[next + 1].Word, tokens[next + 3].Word, tokens[next + 3].Length, next + 4, out hit);
        }

        if (!tokens.IsLoosely(next, lexicon.Thang) || tokens.Has(next, TokenFlags.Blank))
            return false;
        var month = 0;
        var afterMonth = next + 2;
        if (tokens.IsNumber(next + 1))
            month = tokens[next + 1].Word;
        else if (next + 1 < tokens.Count)
            month = lexicon.MonthOf(tokens, next + 1, out afterMonth);
        if (month == 0 || !tokens.IsLoosely(afterMonth, lexicon.Nam) || !tokens.IsNumber(afterMonth + 1))
            return false;
        return Build(day, month, tokens[afterMonth + 1].Word, tokens[afterMonth + 1].Length, afterMonth + 2, out hit);
    }

    /// <summary>Reads <c>năm 2018</c>.</summary>
    public bool TryReadYear(TokenList tokens, int at, out DateHit hit)
    {
        hit = default;
        if (!tokens.IsWord(at, lexicon.Nam) || !tokens.IsNumber(at + 1) || !IsYear(tokens[at + 1]))
            return false;
        // năm 2021-2025 is a period, and năm 2016 và nhiệm vụ năm 2017 is not this reader's business.
        if (tokens.IsPunctuation(at + 2, '-') && tokens.IsNumber(at + 3))
            return false;
        hit = new DateHit(null, tokens[at + 1].Word, at + 2);
        return true;
    }

    public static bool IsYear(in Token token) => token is { IsNumber: true, Length: 4, Word: >= 1930 and <= 2100 };

    public static bool IsYearToken(TokenList tokens, int at) => at < tokens.Count && IsYear(tokens[at]) && !tokens[at].Has(TokenFlags.Break);

    private static bool Build(int day, int month, int year, int yearLength, int end, out DateHit hit)
    {
        hit = default;
        if (yearLength == 2)
            year += year <= 50 ? 2000 : 1900;
        if (year is < 1900 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        hit = new DateHit(new DateOnly(year, month, day), year, end);
        return true;
    }
}
