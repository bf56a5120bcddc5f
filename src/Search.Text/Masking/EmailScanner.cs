using System.Text;

namespace Search.Text.Masking;

/// <summary>E-mail addresses around their @, which may be written <c>[at]</c>, with letters of any alphabet.</summary>
internal static class EmailScanner
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 254;

    private static readonly string[] Ats =
    [
        "[at]", "(at)", "{at}", "<at>", "[tại]", "(tại)", "[a còng]", "(a còng)", "[a-còng]", "(a-còng)", "[@]", "(@)", "{@}", "<@>", "%40", " AT ", " a còng ", " a-còng ", "_at_",
    ];

    private static readonly string[] Dots = ["[dot]", "(dot)", "{dot}", "<dot>", "[.]", "(.)", "{.}", "[chấm]", "(chấm)", "_dot_"];

    /// <summary>What else may stand for an @; the rest must look like an address all the more.</summary>
    private static readonly string[] Doubtful = ["(a)", "[a]", "{a}", "\u00AE", "\u00A9"];

    /// <summary>Signs that a form of @ begins with.</summary>
    public const string Beginnings = "@[({< _%\u00AE\u00A9";

    /// <summary>Ends of domains that prove one where a comma or a blank stands for a dot.</summary>
    private static readonly string[] Tops = ["com", "vn", "net", "org", "edu", "gov", "info"];

    /// <summary>The address whose @ stands at a place.</summary>
    /// <param name="text">Resolved text.</param>
    /// <param name="at">An @, an opening bracket, or the blank before a word for it.</param>
    /// <param name="from">Nothing before it belongs to the address.</param>
    /// <param name="start">Where the address begins.</param>
    /// <param name="end">Where it ends.</param>
    internal static bool TryRead(string text, int at, int from, out int start, out int end)
    {
        (start, end) = (at, at);
        var length = AtLength(text, at);
        var doubtful = length > 0 ? 0 : Doubtful.FirstOrDefault(form => string.CompareOrdinal(text, at, form, 0, form.Length) == 0)?.Length ?? 0;
        if (length + doubtful == 0)
        {
            return false;
        }

        var isWord = length > 1 && text[at] is ' ' or '_';
        length += doubtful;
        start = at;
        var isSpacedBefore = start > from && text[start - 1] == ' ';
        if (isSpacedBefore)
        {
            start--;
        }

        var last = start;
        while (start > from && last - start < LongestLocal && (IsLocal(text[start - 1]) || (isSpacedBefore && IsSpacedDot(text, start, from))))
        {
            start -= IsLocal(text[start - 1]) ? 1 : 3;
        }

        if (start == last && start > from + 1 && text[start - 1] == '"')
        {
            // A quoted name may hold blanks.
            start = text.LastIndexOf('"', start - 2, Math.Min(start - 1 - from, LongestLocal)) is var quote and >= 0 ? quote : start;
        }

        while (start < last && text[start] is '.' or '-' or '_')
        {
            start++;
        }

        var domain = at + length;
        var isSpacedAfter = domain < text.Length && text[domain] is ' ' or '\n';
        if (isSpacedAfter)
        {
            domain++;
        }

        end = EndOfDomain(text, domain, out var labels, out var letters);

        // "tại @ và" has no domain, "xem @dang.vn" no name; a price (5 @ 10.000) ends in figures; "(a)" numbers items and
        // "at" is a word, unless the name is like one of an address or the domain spells its dots.
        var name = text.AsSpan(start, last - start);
        if (start == last || labels < 2 || letters < 2)
        {
            return false;
        }

        var isTelling = IsExpected(text.AsSpan(0, start)) || name.ContainsAny('.', '_', '-') || name.ContainsAnyInRange('0', '9');
        if (doubtful > 0)
        {
            return Ascii.IsValid(name) && (isTelling || (!isSpacedBefore && !isSpacedAfter)) && IsTop(text.AsSpan(end - letters, letters));
        }

        return isWord
            ? isTelling || text.AsSpan(domain, end - domain).ContainsAny(" ([_")
            : length > 1 || !isSpacedBefore || isSpacedAfter || isTelling || labels > 2;
    }

    /// <summary>Whether a word for post stands right before a place.</summary>
    private static bool IsExpected(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" :");
        return before.EndsWith("mail", StringComparison.OrdinalIgnoreCase) || before.EndsWith("thư", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("thư điện tử", StringComparison.OrdinalIgnoreCase);
    }

    private static int AtLength(string text, int at)
    {
        if (text[at] == '@')
        {
            return at + 1 < text.Length && text[at + 1] == '@' ? 2 : 1;
        }

        foreach (var form in Ats)
        {
            if (string.Compare(text, at, form, 0, form.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return form.Length;
            }
        }

        return 0;
    }

    /// <param name="text">Resolved text.</param>
    /// <param name="at">Where the domain begins.</param>
    /// <param name="labels">How many names parted by dots.</param>
    /// <param name="letters">How many letters the last one has; 0 when it is no name of letters.</param>
    private static int EndOfDomain(string text, int at, out int labels, out int letters)
    {
        (labels, letters) = (0, 0);
        var end = at;
        var first = at;
        while (end - first < LongestDomain)
        {
            var from = end;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-'))
            {
                end++;
            }

            // The sentence's own full stop or dash is not part of the address.
            while (end > from && text[end - 1] == '-')
            {
                end--;
            }

            if (end == from)
            {
                return labels == 0 ? at : from - (from > first ? 1 : 0);
            }

            labels++;
            var label = text.AsSpan(from, end - from);
            letters = label.ContainsAnyInRange('0', '9') && label is not "c0m" ? 0 : end - from;
            var dot = DotLength(text, end);
            if (dot == 0 && end < text.Length && text[end] == ' ' && labels == 1 && IsProvider(label) && IsTop(Word(text, end + 1)))
            {
                dot = 1;
            }

            if (dot == 0 || end + dot >= text.Length || !char.IsLetterOrDigit(text[end + dot]))
            {
                return end;
            }

            end += dot;
        }

        return end;
    }

    private static int DotLength(string text, int at)
    {
        if (at >= text.Length)
        {
            return 0;
        }

        foreach (var form in (ReadOnlySpan<string>)[",", "..", " . ", " .", ". ", ".\n", "\n.", " DOT ", " chấm "])
        {
            if (string.Compare(text, at, form, 0, form.Length, StringComparison.OrdinalIgnoreCase) == 0 && IsTop(Word(text, at + form.Length)))
            {
                return form.Length;
            }
        }

        if (text[at] == '.' && (at + 1 == text.Length || text[at + 1] != '\n'))
        {
            return 1;
        }

        var from = at;
        if (text[at] == ' ')
        {
            from++;
        }

        foreach (var form in Dots)
        {
            if (string.Compare(text, from, form, 0, form.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                var length = from - at + form.Length;
                return at + length < text.Length && text[at + length] == ' ' ? length + 1 : length;
            }
        }

        return 0;
    }

    private static bool IsSpacedDot(string text, int start, int from) =>
        start - 4 >= from && text[start - 1] == ' ' && text[start - 2] is '.' or '_' && text[start - 3] == ' ' && char.IsAsciiLetterOrDigit(text[start - 4]);

    /// <summary>Whether a name is the one of a post for everybody, which needs no dot to be known.</summary>
    private static bool IsProvider(ReadOnlySpan<char> label)
    {
        foreach (var provider in (ReadOnlySpan<string>)["gmail", "yahoo", "hotmail", "outlook", "icloud"])
        {
            if (label.Equals(provider, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTop(ReadOnlySpan<char> word)
    {
        foreach (var top in Tops)
        {
            if (word.SequenceEqual(top))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Word(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text.AsSpan(at, end - at);
    }

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '\'';
}
