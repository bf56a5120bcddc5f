using System.Text;

namespace Search.Text.Masking;

/// <summary>
/// Tells phone and identity numbers from dockets, dates, amounts and codes. A run of figures is read group by group: as
/// many groups as make a number of the Vietnamese plan are one, and the next begins after them, so that two numbers
/// side by side are two.
/// </summary>
/// <remarks>Longer than most files because it is one scan: each rule says where the run of figures that another has begun ends.</remarks>
internal static class NumberScanner
{
    private const int ShortestNumber = 9;
    private const int ShortestLocal = 6;
    private const int LongestExtension = 4;
    private const int MostGroups = 6;

    /// <summary>Where a label says that a number follows, its figures may stand one by one.</summary>
    private const int MostLabeledGroups = 12;

    private const int LongestGroup = 16;

    /// <summary>The number that begins at a place.</summary>
    /// <param name="text">Resolved text.</param>
    /// <param name="start">A figure, a plus or an opening bracket; becomes where the number begins.</param>
    /// <param name="previous">Where the last number found ends; −1 for none.</param>
    /// <param name="columns">What the columns of the text's tables hold.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="kind">What it is.</param>
    internal static bool TryRead(string text, ref int start, int previous, ColumnLabels columns, out int end, out string kind)
    {
        (end, kind) = (start, "");
        var column = columns.At(start);
        var label = column == NumberLabel.None ? NumberLabels.Before(text, start) : column;
        var isExpected = (column == label && label is NumberLabel.Phone or NumberLabel.Identity) || NumberLabels.EndsWith(label, text, start)
            || (label == NumberLabel.Phone && GoesOn(text, previous, start));
        Span<Group> groups = stackalloc Group[MostLabeledGroups];
        var count = ReadGroups(text, start, isExpected ? groups : groups[..MostGroups], isExpected, out var hasPlus, out var digits);
        if (!BeginsFree(text, start, previous, groups[0].Length))
        {
            return false;
        }

        if (digits.Length < ShortestLocal)
        {
            return count == 1 && TrySplit(text, start, label, out end, out kind);
        }

        // After its label a number of twelve figures is not one of nine and three more.
        var least = label == NumberLabel.Identity ? Fitting(digits, groups[..count], 12) : 0;
        for (var used = Math.Max(1, least); digits.Length >= ShortestNumber && used <= count; used++)
        {
            var shape = new NumberShape(digits.AsSpan(0, groups[..used].Digits()), groups[..used], hasPlus, label, isExpected, IsDotted(text, groups[..used]));
            if (shape.Kind is { } found && EndsFree(text, groups[used - 1].End, found, label, used < count ? groups[used].Start : -1))
            {
                (end, kind) = (groups[used - 1].End, found);
                if (text[start] == '(' && !text.AsSpan(start, end - start).Contains(')'))
                {
                    start++; // The bracket is around the number, not around its area code.
                }

                return true;
            }
        }

        // A number without its area, right after its label.
        for (var used = count; label == NumberLabel.Phone && used > 0; used--)
        {
            var last = groups[used - 1].End;
            if (new NumberShape(digits.AsSpan(0, Math.Min(digits.Length, groups[..used].Digits())), groups[..used], hasPlus, label, isExpected, isDotted: false).IsLocal
                && isExpected && EndsFree(text, last, "phone", label, -1))
            {
                (end, kind) = (last, "phone");
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a dash or a slash and nothing else parts a number from the one before it, whose label it shares.</summary>
    private static bool GoesOn(string text, int previous, int start) =>
        previous > 0 && start - previous is > 0 and <= 3 && text.AsSpan(previous, start - previous).IndexOfAnyExcept(" -/") < 0
        && text.AsSpan(previous, start - previous).ContainsAny('-', '/');

    /// <summary>Two numbers that ran into one another, each of ten or twelve figures: the first of them.</summary>
    private static bool TrySplit(string text, int start, NumberLabel label, out int end, out string kind)
    {
        (end, kind) = (start, "");
        var length = SkipGroup(text, start) - start;
        foreach (var first in (ReadOnlySpan<int>)[10, 12])
        {
            if (length - first is 10 or 12 && KindOf(text.AsSpan(start, first), label) is { } found && KindOf(text.AsSpan(start + first, length - first), NumberLabel.None) is not null)
            {
                (end, kind) = (start + first, found);
                return true;
            }
        }

        return false;
    }

    private static string? KindOf(ReadOnlySpan<char> digits, NumberLabel label) =>
        new NumberShape(digits, [new Group(0, digits.Length)], hasPlus: false, label, isExpected: false, isDotted: false).Kind;

    /// <summary>A number of a passport: a letter or two and seven or eight figures after the word, with one blank or hyphen at most.</summary>
    /// <param name="text">Resolved text.</param>
    /// <param name="start">A letter; a small one counts right after the word.</param>
    /// <param name="end">Where the number ends.</param>
    internal static bool TryReadPassport(string text, int start, out int end)
    {
        end = start;
        while (end < text.Length && end - start < 2 && char.IsAsciiLetterUpper(text[end]))
        {
            end++;
        }

        if (end == start && char.IsAsciiLetterLower(text[start]) && NumberLabels.EndsWith(NumberLabel.Identity, text, start))
        {
            end++;
        }

        if (end < text.Length && text[end] is ' ' or '-')
        {
            end++;
        }

        var figures = end;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - figures is 7 or 8 && (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
            && (end == text.Length || !char.IsLetterOrDigit(text[end])) && NumberLabels.Before(text, start) == NumberLabel.Identity;
    }

    /// <summary>Whether a point or a dash and nothing else parts all groups.</summary>
    private static bool IsDotted(string text, Span<Group> groups)
    {
        for (var i = 1; i < groups.Length; i++)
        {
            if (groups[i].Start != groups[i - 1].End + 1 || text[groups[i - 1].End] is not ('.' or '-'))
            {
                return false;
            }
        }

        return groups.Length > 1;
    }

    /// <summary>Where a run of figures ends that is no number of anybody.</summary>
    internal static int SkipGroup(string text, int start)
    {
        var at = start;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return Math.Max(at, start + 1);
    }

    /// <summary>How many groups hold so many figures; 0 where none do.</summary>
    private static int Fitting(string digits, Span<Group> groups, int figures)
    {
        for (var used = 1; digits.Length >= figures && used <= groups.Length; used++)
        {
            if (groups[..used].Digits() == figures)
            {
                return used;
            }
        }

        return 0;
    }

    private static int ReadGroups(string text, int start, Span<Group> groups, bool isLabeled, out bool hasPlus, out string digits)
    {
        var found = new StringBuilder();
        var at = start;
        var isOpen = text[at] == '(';
        hasPlus = false;
        if (isOpen)
        {
            at++;
        }

        if (at < text.Length && text[at] == '+')
        {
            hasPlus = true;
            at++;
        }

        var count = 0;
        var lines = 0;
        while (count < groups.Length && at < text.Length && char.IsAsciiDigit(text[at]))
        {
            var from = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]) && at - from <= LongestGroup)
            {
                found.Append(text[at++]);
            }

            groups[count++] = new Group(from, at);
            if (at - from > LongestGroup)
            {
                found.Clear();
                break;
            }

            at = SkipSeparators(text, at, isLabeled || (hasPlus && count == 1), count, ref isOpen, ref lines);
        }

        digits = found.ToString();
        return count;
    }

    /// <summary>At most three characters part two groups, one line break among them in a whole run. A slash, a colon and signs
    /// of quotation part them only where a label stands, and so does a comma with a blank: 0382, 0944, 0170 is a list. A
    /// bracket closes only what one has opened: <c>1) 0382 2) 0944</c>.</summary>
    private static int SkipSeparators(string text, int at, bool isLabeled, int groups, ref bool isOpen, ref int lines)
    {
        var from = at;
        while (at < text.Length && at - from < 4)
        {
            var c = text[at];
            if (c is '\n' && lines == 0)
            {
                lines++;
            }
            else if (c is '(' or ')' && (isOpen == (c is ')') || (isLabeled && c is ')')))
            {
                isOpen = !isOpen;
            }
            else if (c is ',' && !isLabeled && at + 1 < text.Length && text[at + 1] is ' ')
            {
                break;
            }
            else if (c is not (' ' or '.' or '-' or ',' or '\u00B7' or '\u2027' or '\u2219' or '\u2022' or '\r' or '_')
                && !(isLabeled && (c is '\'' or '\u2019' or '\u2026' || (groups < 3 && c is '/' or ':' or '|'))))
            {
                break;
            }

            at++;
        }

        return at == from ? text.Length : at;
    }

    /// <summary>A number does not begin inside a word, a docket, a decimal or another number, unless that word is its label
    /// or that number is a person's as well. A name may run into ten figures and more.</summary>
    private static bool BeginsFree(string text, int start, int previous, int figures)
    {
        if (start == 0 || start == previous)
        {
            return true;
        }

        var before = text[start - 1];
        if (char.IsLetter(before))
        {
            return NumberLabels.EndsWithGlued(text, start)
                || (figures >= 10 && start > 1 && (char.IsLower(before) || !char.IsAscii(before)) && char.IsLetter(text[start - 2]) && !IsInAddress(text, start));
        }

        if (char.IsDigit(before) || before == '+')
        {
            return before == '+' && start - 1 == previous;
        }

        if (before is '=' or '/' or '-' or '_' && start - 1 != previous && IsInAddress(text, start))
        {
            return NumberLabels.IsCallAddress(text, start);
        }

        if (before is ' ' or '.' or '-' && GoesOnCard(text, start))
        {
            return false;
        }

        if (before is not ('/' or '-' or '.' or ','))
        {
            return true;
        }

        var at = start - 1;
        return at == previous || at == 0 || text[at - 1] switch
        {
            >= '0' and <= '9' => before == ',' && figures >= 10 && IsInRow(text, start),
            var c when char.IsLetter(c) => before is '.' or ',' || NumberLabels.EndsWithGlued(text, at) || (before is '-' or '/' && !IsSign(text, at)),
            _ => true,
        };
    }

    /// <summary>Whether commas without blanks part the cells of a line, three and more: a comma in it parts no decimals.</summary>
    private static bool IsInRow(string text, int at)
    {
        var from = text.LastIndexOf('\n', at - 1, Math.Min(at, 400)) + 1;
        var line = text.AsSpan(from, Math.Min(800, text.Length - from));
        line = line.IndexOf('\n') is var end and >= 0 ? line[..end] : line;
        return line.Count(',') >= 3 && line.IndexOf(", ") < 0;
    }

    /// <summary>Whether the letters that end at a place are the sign of a docket: capitals.</summary>
    private static bool IsSign(string text, int end) => char.IsUpper(text[end - 1]) && (end < 2 || !char.IsLower(text[end - 2]));

    private static bool EndsFree(string text, int end, string kind, NumberLabel label, int next)
    {
        if (end == text.Length)
        {
            return true;
        }

        var after = text[end];
        if (char.IsUpper(after) && end + 1 < text.Length && char.IsLower(text[end + 1]))
        {
            return true; // a name that ran into the number
        }

        if (char.IsLetter(after) && IsWord(text.AsSpan(end)))
        {
            return true;
        }

        if (char.IsLetter(after) || after == '%' || char.IsDigit(after))
        {
            return false;
        }

        var rest = text.AsSpan(end);
        if (after == '/' && rest.Length > 1)
        {
            // 0988870784/QĐ-UBND is a docket; 0912345674/0987654321 are two numbers; 001085012346/CCCD is labeled.
            return char.IsDigit(rest[1]) ? StartsNumber(rest[1..]) || IsExtension(rest[1..], label) : !char.IsUpper(rest[1]) || IsLabel(rest[1..]) || kind is "identity-number";
        }

        if (after is '-' && rest.Length > 2 && char.IsUpper(rest[1]) && SignBeforeSlash(rest[1..]))
        {
            return false;
        }

        if (after is '.' or ',' && rest.Length > 1 && char.IsDigit(rest[1]))
        {
            return next == end + 1 && StartsNumber(rest[1..]);
        }

        // Behind its label a number is nobody's count, whatever comes after it: CCCD 004213000871 (con).
        return label is NumberLabel.Phone or NumberLabel.Identity || !IsUnit(rest);
    }

    /// <summary>Whether what ran into a number is a word (<c>0833260491zalo</c>) and no unit, ending of a code or figure of a hash.</summary>
    private static bool IsWord(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && char.IsLetter(rest[end]))
        {
            end++;
        }

        return end >= 3 && (end == rest.Length || !char.IsDigit(rest[end]) || rest[..end].ContainsAnyExceptInRange('a', 'f')) && !rest[..end].ContainsAnyInRange('A', 'Z') && !IsUnit(rest);
    }

    private static bool StartsNumber(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept("0123456789 .-");
        var digits = 0;
        foreach (var c in text[..(end < 0 ? text.Length : end)])
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits >= ShortestNumber && text.StartsWith("0") && text[..9].IndexOfAnyExceptInRange('0', '9') is < 0 or >= 3;
    }

    /// <summary>Up to four figures of an extension line, after a number that is called one.</summary>
    private static bool IsExtension(ReadOnlySpan<char> text, NumberLabel label)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;
        return label == NumberLabel.Phone && length <= LongestExtension && (length == text.Length || text[length] is not ('/' or '-'));
    }

    /// <summary>Whether a place lies in the address of a page: behind a scheme, or behind the name of a host and a slash.</summary>
    private static bool IsInAddress(string text, int at)
    {
        var before = NumberLabels.Unbroken(text, at);
        if (before.Contains("://", StringComparison.Ordinal))
        {
            return true;
        }

        var slash = before.IndexOf('/');
        return slash > 3 && before[..slash].LastIndexOf('.') is var dot and > 0 && slash - dot is > 2 and < 8
            && before[(dot + 1)..slash].IndexOfAnyExceptInRange('a', 'z') < 0;
    }

    /// <summary>Whether a group of four figures goes on a row of such groups: the number of a card.</summary>
    private static bool GoesOnCard(string text, int start)
    {
        var from = start - 1;
        while (from > 0 && char.IsAsciiDigit(text[from - 1]))
        {
            from--;
        }

        return start - 1 - from == 4 && text[from] is not '0' && (from == 0 || !char.IsLetterOrDigit(text[from - 1]))
            && start + 4 < text.Length && text.AsSpan(start, 4).IndexOfAnyExceptInRange('0', '9') < 0 && text[start + 4] == text[start - 1]
            && start + 8 < text.Length && text.AsSpan(start + 5, 4).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool IsLabel(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return end == text.Length || text[end] is not ('-' or '/');
    }

    private static bool SignBeforeSlash(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsUpper(text[end]) || char.IsDigit(text[end])))
        {
            end++;
        }

        return end < text.Length && text[end] is '/' or '-';
    }

    /// <summary>What is counted or paid is nobody's.</summary>
    private static bool IsUnit(ReadOnlySpan<char> rest)
    {
        var word = rest.TrimStart(" (");
        if (rest.Length - word.Length > 2)
        {
            return false;
        }

        var end = 0;
        while (end < word.Length && char.IsLetterOrDigit(word[end]))
        {
            end++;
        }

        foreach (var unit in (ReadOnlySpan<string>)["đồng", "đ", "vnđ", "vnd", "usd", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "kg", "tấn", "m", "m2", "m3", "m³", "km", "ha", "lít", "kwh", "con", "cây", "cái", "chiếc"])
        {
            // "đ/c" is a comrade.
            if ((end == word.Length || word[end] != '/') && word[..end].Equals(unit, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
