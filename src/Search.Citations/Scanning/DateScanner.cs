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
        {
            i++;
        }

        if (!TryFigures(tokens, i, marked, out var day, out var length, out var next) || length > 2 || (i > 0 && tokens.Has(i, TokenFlags.Blank)))
        {
            return false;
        }

        if (next + 2 < tokens.Count && tokens[next].Kind == TokenKind.Punctuation && (char)tokens[next].Word is '/' or '-' or '.')
        {
            var separator = (char)tokens[next].Word;
            return TryFigures(tokens, next + 1, true, out var second, out _, out var afterSecond)
                && tokens.IsPunctuation(afterSecond, separator)
                && TryFigures(tokens, afterSecond + 1, true, out var third, out length, out var end)
                && !(length == 2 && end < tokens.Count && tokens[end].IsWord && !tokens[end].Has(TokenFlags.Space))
                && Build(day, second, third, length, end, out hit);
        }

        if (!tokens.IsLoosely(next, lexicon.Thang) || tokens.Has(next, TokenFlags.Blank))
        {
            return false;
        }

        var month = 0;
        var afterMonth = next + 2;
        if (tokens.IsNumber(next + 1))
        {
            month = tokens[next + 1].Word;
        }
        else if (next + 1 < tokens.Count)
        {
            month = lexicon.MonthOf(tokens, next + 1, out afterMonth);
        }

        return month != 0 && tokens.IsLoosely(afterMonth, lexicon.Nam)
            && TryFigures(tokens, afterMonth + 1, true, out var year, out length, out var afterYear)
            && Build(day, month, year, length, afterYear, out hit);
    }

    /// <summary>A figure of a date, at most four signs, with letters that scans put in place of figures: <c>20l1</c>,
    /// <c>O6</c>. At least one sign is a true figure.</summary>
    private static bool TryFigures(TokenList tokens, int at, bool context, out int value, out int length, out int end)
    {
        value = length = 0;
        end = at;
        var figures = 0;
        while (end < tokens.Count && (end == at || !tokens[end].Has(TokenFlags.Space)))
        {
            ref readonly var token = ref tokens[end];
            if (token.Kind == TokenKind.Punctuation || length + token.Length > 4 || (token.IsWord && (!context || !TryLetters(tokens.TextOf(end), ref value))))
            {
                break;
            }

            if (token.IsNumber)
            {
                figures += token.Length;
                for (var i = 0; i < token.Length; i++)
                {
                    value *= 10;
                }

                value += token.Word;
            }

            length += token.Length;
            end++;
        }

        return figures > 0;
    }

    private static bool TryLetters(ReadOnlySpan<char> word, ref int value)
    {
        var read = value;
        foreach (var c in word)
        {
            if (c is not ('l' or 'I' or 'O' or 'o'))
            {
                return false;
            }

            read = (read * 10) + (c is 'l' or 'I' ? 1 : 0);
        }

        value = read;
        return true;
    }

    /// <summary>Reads <c>năm 2018</c>.</summary>
    public bool TryReadYear(TokenList tokens, int at, out DateHit hit)
    {
        hit = default;
        if (!tokens.IsWord(at, lexicon.Nam) || !tokens.IsNumber(at + 1) || !IsYear(tokens[at + 1]))
        {
            return false;
        }
        // năm 2021-2025 is a period, and năm 2016 và nhiệm vụ năm 2017 is not this reader's business.
        if (tokens.IsPunctuation(at + 2, '-') && tokens.IsNumber(at + 3))
        {
            return false;
        }

        hit = new DateHit(null, tokens[at + 1].Word, at + 2);
        return true;
    }

    public static bool IsYear(in Token token) => token is { IsNumber: true, Length: 4, Word: >= 1930 and <= 2100 };

    public static bool IsYearToken(TokenList tokens, int at) => at < tokens.Count && IsYear(tokens[at]) && !tokens[at].Has(TokenFlags.Break);

    private static bool Build(int day, int month, int year, int yearLength, int end, out DateHit hit)
    {
        hit = default;
        if (yearLength == 2)
        {
            year += year <= 50 ? 2000 : 1900;
        }

        if (year is < 1900 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        hit = new DateHit(new DateOnly(year, month, day), year, end);
        return true;
    }
}
