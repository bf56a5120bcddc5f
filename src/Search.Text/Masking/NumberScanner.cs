namespace Search.Text.Masking;

/// <summary>Tells phone and identity numbers from dockets, dates and amounts.</summary>
internal static class NumberScanner
{
    /// <summary>Reads a run of digits with single separators.</summary>
    /// <returns>Where the run ends; <paramref name="kind"/> is <see langword="null"/> when it is no personal data.</returns>
    internal static int Read(string text, int start, out string? kind)
    {
        kind = null;
        Span<char> digits = stackalloc char[16];
        var count = 0;
        var groups = 0;
        var at = start;
        var end = start;
        var hasPlus = false;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c))
            {
                if (at == start || !char.IsAsciiDigit(text[at - 1]))
                {
                    groups++;
                }

                if (count < digits.Length)
                {
                    digits[count] = c;
                }

                count++;
                end = ++at;
            }
            else if (at == start && c == '+')
            {
                hasPlus = true;
                at++;
            }
            else if (IsSeparator(text, at))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        if (count == 0)
        {
            return Math.Max(end, start + 1);
        }

        if (count > digits.Length || !EndsFree(text, end))
        {
            return end;
        }

        kind = KindOf(digits[..count], groups, hasPlus);
        return end;
    }

    private static string? KindOf(ReadOnlySpan<char> digits, int groups, bool hasPlus)
    {
        // Citizen identity: 12 digits, first the code of a province (001–096).
        if (digits.Length == 12 && !hasPlus && digits[0] == '0' && groups is 1 or 4 && digits[..3] is not "000")
        {
            return "identity-number";
        }

        var national = digits;
        if (hasPlus && digits.StartsWith("84"))
        {
            national = digits[2..];
        }
        else if (digits.Length is 11 or 12 && digits.StartsWith("84"))
        {
            national = digits[2..];
        }
        else if (digits[0] == '0')
        {
            national = digits[1..];
        }
        else
        {
            return null;
        }

        // Mobile: nine digits after the 0, first 3 5 7 8 9. Fixed lines: 2 and an area code, ten digits.
        if (national.Length == 9 && national[0] is '3' or '5' or '7' or '8' or '9')
        {
            return "phone";
        }

        return national.Length == 10 && national[0] == '2' ? "phone" : null;
    }

    private static bool IsSeparator(string text, int at) =>
        text[at] is ' ' or '.' or '-' or '\u00A0' or '(' or ')'
        && at + 1 < text.Length
        && (char.IsAsciiDigit(text[at + 1]) || (text[at] is '(' or ')' && text[at + 1] is ' ' or '.' or '-'));

    private static bool EndsFree(string text, int end) =>
        end == text.Length
        || !(char.IsLetter(text[end]) || text[end] is '/' or '%' || (text[end] is '-' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])));
}
