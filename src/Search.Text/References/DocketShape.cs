using Search.Text.Letters;

namespace Search.Text;

// Longer than most files because one grammar reads a number in every strictness; parted, each strictness would grow a grammar of its own.
/// <summary>
/// The one reader of the shapes of document numbers (số, ký hiệu).
/// <list type="table">
/// <item><term>printed</term><description><c>04-CT/TW</c>, <c>30/2020/NĐ-CP</c>, <c>719/QĐ-TTg</c>, <c>64/2025/QH15</c>: see <see cref="PrintedLength"/></description></item>
/// <item><term>other separators</term><description><c>04 - CT / TW</c>, <c>04/CT-TW</c>, <c>04.CT/TW</c>, <c>94- KH/BTG</c>, <c>04 CT/TW</c></description></item>
/// <item><term>none at all</term><description><c>04CT/TW</c>, <c>04ct tw</c>, <c>12 ct tw</c>, <c>12cttw</c>: only with signs that <see cref="IDocketWords"/> knows</description></item>
/// <item><term>type first</term><description><c>Chỉ thị 04</c>, <c>CT số 4</c>, <c>CT04</c>, <c>HD 02 BĐNTW</c>, <c>nghị định 30 2020</c>, <c>công điện 224 ttg</c></description></item>
/// </list>
/// Pure functions of a text and an offset, linear, that never throw. Ask <see cref="DateShape"/> after a number with
/// separators and before one without: <see cref="TryReadFull"/>, then the date, then <see cref="TryReadShort"/>.
/// </summary>
public static class DocketShape
{
    private const int MaxDigits = 5;
    private const int MaxGap = 4;
    private const int MaxSign = 24;
    private const int MaxSigns = 6;
    private const int MaxTypeWords = 5;
    private const int LongestTypeSign = 4;

    /// <summary>
    /// Length of the number that a document prints at the beginning of a text, or 0: the Party's form, with stray spaces or
    /// a line break after the hyphen, or the State's, with capitals. Needs no catalogue.
    /// </summary>
    /// <param name="text">From the first figure on.</param>
    public static int PrintedLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && at <= MaxDigits && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (at is 0 or > MaxDigits || at == text.Length)
        {
            return 0;
        }

        at = PointedEnd(text, at);
        return text[at] == '/' ? StateForm(text, at + 1) : PartyForm(text, at);
    }

    /// <summary>
    /// Where the figures of a number with a point end: <c>66.17/2026/NQ-CP</c>, the seventeenth resolution of a row that was begun as
    /// number 66. Only a year and a sign after them tell them from a section's number (<c>1.2</c>) or an amount.
    /// </summary>
    /// <param name="text">A text.</param>
    /// <param name="at">One past its first figures.</param>
    /// <returns><paramref name="at"/> where no such figures follow.</returns>
    public static int PointedEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at <= 2 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return at < text.Length && text[at] == '.' && end > at + 1 && end + 6 < text.Length && text[end] == '/' && text[end + 5] == '/'
            && text[end + 1] is '1' or '2' && !text.Slice(end + 1, 4).ContainsAnyExceptInRange('0', '9') && char.IsLetter(text[end + 6]) ? end : at;
    }

    /// <summary>
    /// Reads a number that begins with its figures and holds at least one sign: with a hyphen or slash somewhere, or with
    /// signs of type and organ that the words know.
    /// </summary>
    /// <param name="text">A text.</param>
    /// <param name="at">UTF-16 offset of the first figure.</param>
    /// <param name="words">What signs mean.</param>
    /// <param name="docket">The number.</param>
    public static bool TryReadFull(string text, int at, IDocketWords words, out DocketReading? docket)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        docket = null;
        var digits = DigitsEnd(text, at);
        if (digits == at || digits - at > MaxDigits)
        {
            return false;
        }

        // 12A-KH/TU: a letter that belongs to the figures.
        var sequence = PointedEnd(text, digits);
        if (sequence == digits && digits + 1 < text.Length && char.IsLetter(text[digits]) && IsSeparator(text[digits + 1]))
        {
            sequence++;
        }

        var signs = new List<string>();
        string? year = null;
        var (end, next, strong, known) = (0, sequence, false, false);
        while (signs.Count < MaxSigns)
        {
            var stop = Gap(text, next, out var kind);
            if ((kind == GapKind.None && next != sequence) || (kind == GapKind.None && sequence > digits))
            {
                break;
            }

            var last = stop;
            while (last < text.Length && last - stop <= MaxSign && char.IsLetterOrDigit(text[last]))
            {
                last++;
            }

            if (last == stop || last - stop > MaxSign)
            {
                break;
            }

            var part = text[stop..last];
            if (part.Length == 4 && year is null && signs.Count == 0 && kind is GapKind.Strong && IsYear(part))
            {
                (year, next) = (part, last);
                strong = true;
                continue;
            }

            // 383qdtw: type and organ are glued as well.
            if (signs.Count == 0 && year is null && kind is GapKind.None or GapKind.Space && TryGlued(part, words, out var glued))
            {
                signs.AddRange(glued);
                (end, known) = (last, true);
                break;
            }

            if (!char.IsLetter(part[0]) || !Fits(part, kind, signs.Count, strong, known, words))
            {
                break;
            }

            if (signs.Count == 0)
            {
                known = words.IsTypeSign(part);
            }

            signs.Add(part);
            strong |= kind == GapKind.Strong;
            next = last;
            if (strong || (known && signs.Count >= 2))
            {
                end = last;
            }
        }

        // A sign glued to its figures (04CT) is a number by itself.
        if (end == 0 && known && signs.Count == 1 && next - signs[0].Length == sequence && sequence == digits)
        {
            end = next;
        }

        if (end == 0)
        {
            return false;
        }

        docket = new DocketReading(at, end, text[at..sequence], year, signs, null);
        return true;
    }

    /// <summary>
    /// Reads figures after the name or sign of a type: <c>Chỉ thị số 04</c>, <c>CT 04</c>, <c>HD 02 BĐNTW</c>,
    /// <c>Nghị định 30/2020</c>, <c>nghi dinh 30 2020</c>.
    /// </summary>
    /// <param name="text">A text.</param>
    /// <param name="at">UTF-16 offset of the first figure.</param>
    /// <param name="words">What signs mean.</param>
    /// <param name="docket">The number.</param>
    public static bool TryReadShort(string text, int at, IDocketWords words, out DocketReading? docket)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        docket = null;
        var digits = DigitsEnd(text, at);
        if (digits == at || digits - at > MaxDigits || (digits < text.Length && char.IsLetter(text[digits])))
        {
            return false;
        }

        var (start, name) = TypeBefore(text, at, words);
        if (name is null)
        {
            return false;
        }

        var end = digits;
        string? year = null;
        var stop = Gap(text, digits, out var kind);
        if (kind != GapKind.None && stop + 4 <= text.Length && IsYear(text[stop..(stop + 4)])
            && (stop + 4 == text.Length || !char.IsLetterOrDigit(text[stop + 4])))
        {
            year = text[stop..(stop + 4)];
            end = stop + 4;
            stop = Gap(text, end, out kind);
        }

        var signs = new List<string>();
        if (kind != GapKind.None && SignAt(text, stop) is { } sign && words.IsOrganSign(sign))
        {
            signs.Add(sign);
            end = stop + sign.Length;
        }

        docket = new DocketReading(start, end, text[at..digits], year, signs, name);
        return true;
    }

    private enum GapKind
    {
        None,
        Space,
        Point,
        Strong,
    }

    // Signs of a type and an organ without anything between them, which no syllable is.
    private static bool TryGlued(string part, IDocketWords words, out string[] signs)
    {
        signs = [];
        for (var length = Math.Min(part.Length - 2, LongestTypeSign); length > 1 && signs.Length == 0; length--)
        {
            if (words.IsTypeSign(part[..length]) && words.IsOrganSign(part[length..]))
            {
                signs = [part[..length], part[length..]];
            }
        }

        return signs.Length > 0 && !words.IsTypeSign(part) && !VietnameseSyllable.IsValid(part.ToLowerInvariant());
    }

    private static bool Fits(string part, GapKind kind, int count, bool strong, bool known, IDocketWords words)
    {
        if (count == 0)
        {
            return kind switch
            {
                GapKind.Strong => true,
                GapKind.None => words.IsTypeSign(part),
                // "04 CT/TW", but not "10 ngày".
                _ => words.IsTypeSign(part) || (part.Length <= 6 && part.Length > 1 && (VietnameseLetter.IsUpper(part[0]) || VietnameseLetter.IsUpper(part[^1]))),
            };
        }

        return kind == GapKind.Strong || (known && !strong && words.IsOrganSign(part));
    }

    // Spaces, and one separator among them. What follows it begins at the result.
    private static int Gap(string text, int at, out GapKind kind)
    {
        var spaces = SkipSpaces(text, at);
        kind = spaces > at ? GapKind.Space : GapKind.None;
        if (spaces < text.Length && IsSeparator(text[spaces]))
        {
            kind = GapKind.Strong;
            return SkipSpaces(text, spaces + 1);
        }

        if (spaces + 1 < text.Length && text[spaces] is '.' or '_' && char.IsLetter(text[spaces + 1]))
        {
            kind = GapKind.Point;
            return spaces + 1;
        }

        return spaces;
    }

    private static (int Start, string? Name) TypeBefore(string text, int at, IDocketWords words)
    {
        var starts = new List<int>(MaxTypeWords + 1);
        var end = BackOverSpaces(text, at);
        for (var from = end; starts.Count <= MaxTypeWords && from > 0;)
        {
            var stop = BackOverSpaces(text, from);
            var start = stop;
            while (start > 0 && (char.IsLetter(text[start - 1]) || FoldTable.IsCombiningMark(text[start - 1])))
            {
                start--;
            }

            if (start == stop)
            {
                break;
            }

            if (starts.Count == 0 && end == from && string.Equals(VietnameseFolding.Fold(text[start..stop]), "so", StringComparison.Ordinal))
            {
                from = end = BackOverSpaces(text, start);
                continue;
            }

            starts.Add(start);
            from = start;
        }

        for (var count = Math.Min(MaxTypeWords, starts.Count); count > 0; count--)
        {
            var name = text[starts[count - 1]..end];
            if (words.IsTypeName(name))
            {
                return (starts[count - 1], name);
            }
        }

        return (0, null);
    }

    private static string? SignAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at <= MaxSign && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return end > at && char.IsLetter(text[at]) ? text[at..end] : null;
    }

    private static bool IsYear(string part) =>
        part.Length == 4 && part[0] is '1' or '2' && part.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && string.CompareOrdinal(part, "1900") >= 0
        && string.CompareOrdinal(part, "2100") <= 0;

    private static bool IsSeparator(char c) => c is '-' or '/' or '\u2010' or '\u2011' or '\u2013' or '\u2014' or '\u2212';

    private static int DigitsEnd(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int BackOverSpaces(string text, int at)
    {
        while (at > 0 && (char.IsWhiteSpace(text[at - 1]) || text[at - 1] is ':' or '.'))
        {
            at--;
        }

        return at;
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
            var length = SymbolLength(text[at..], MaxSign);
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
