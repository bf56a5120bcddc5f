using Search.Text.Letters;

namespace Search.Text.Tokens;

/// <summary>
/// The shape of document numbers. Party: <c>04-CT/TW</c>, also with stray spaces or a page break after the hyphen
/// (<c>552 -CV/TU</c>, <c>02-⏎⏎HD/BĐNTW</c>). State: <c>30/2020/NĐ-CP</c>, <c>719/QĐ-TTg</c>, <c>64/2025/QH15</c>,
/// <c>4011/UBND-VX2</c>. Only the shape: what the letters mean is for the catalogue to say.
/// </summary>
internal static class DocketScanner
{
    private const int MaxGap = 4;
    private const int MaxLetters = 24;

    /// <summary>Length of the docket at the beginning of <paramref name="text"/>, or 0.</summary>
    internal static int LengthAt(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && at < 6 && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (at is 0 or > 5 || at == text.Length)
        {
            return 0;
        }

        return text[at] == '/' ? StateForm(text, at + 1) : PartyForm(text, at);
    }

    private static int PartyForm(ReadOnlySpan<char> text, int at)
    {
        at = SkipGap(text, at, lineBreaks: false);
        if (at >= text.Length || text[at] != '-')
        {
            return 0;
        }

        at = SkipGap(text, at + 1, lineBreaks: true);
        var type = SymbolLength(text[at..], 6);
        if (type == 0)
        {
            return 0;
        }

        at += type;
        return at < text.Length && text[at] == '/' ? Body(text, at + 1) : 0;
    }

    private static int StateForm(ReadOnlySpan<char> text, int at)
    {
        var year = at;
        while (year < text.Length && year - at < 5 && char.IsAsciiDigit(text[year]))
        {
            year++;
        }

        if (year > at)
        {
            if (year - at != 4 || year >= text.Length || text[year] != '/')
            {
                return 0;
            }

            at = year + 1;
        }

        return Body(text, at);
    }

    /// <summary>Symbols joined by hyphens: <c>QĐ-TTg</c>, <c>UBND-VX2</c>, <c>TW</c>.</summary>
    private static int Body(ReadOnlySpan<char> text, int at)
    {
        var end = 0;
        while (true)
        {
            var length = SymbolLength(text[at..], MaxLetters);
            if (length == 0)
            {
                return end;
            }

            end = at + length;
            if (end >= text.Length || text[end] != '-')
            {
                return end;
            }

            at = end + 1;
        }
    }

    /// <summary>A capital, then letters and digits, at least two in all, with capitals in the majority of the first three.</summary>
    private static int SymbolLength(ReadOnlySpan<char> text, int longest)
    {
        var length = 0;
        var capitals = 0;
        while (length < text.Length && length <= longest && (char.IsLetter(text[length]) || (length > 0 && char.IsAsciiDigit(text[length]))))
        {
            if (VietnameseLetter.IsUpper(text[length]))
            {
                capitals++;
            }

            length++;
        }

        return length >= 2 && length <= longest && VietnameseLetter.IsUpper(text[0]) && (capitals >= 2 || char.IsAsciiDigit(text[1])) ? length : 0;
    }

    private static int SkipGap(ReadOnlySpan<char> text, int at, bool lineBreaks)
    {
        var start = at;
        while (at < text.Length && at - start < MaxGap && (text[at] is ' ' or '\t' || (lineBreaks && text[at] is '\n' or '\r')))
        {
            at++;
        }

        return at;
    }
}
