using System.Diagnostics.CodeAnalysis;
using System.Text;
using Search.Text;

namespace Search.Documents;

/// <summary>The shape of dockets; see DocketStyle for the rules' sources.</summary>
internal static class DocketParser
{
    /// <summary>Longer than any known symbol (joint circulars of six ministries reach about 70).</summary>
    private const int MaxLength = 128;

    public static bool TryParse(string? text, [NotNullWhen(true)] out Docket? docket)
    {
        docket = null;
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
        {
            return false;
        }

        var plain = Plain(text);
        var first = plain.AsSpan().IndexOfAny('-', '/');
        if (first is < 1 or > 7)
        {
            return false;
        }

        var point = plain.AsSpan(0, first).IndexOf('.');
        string? sequence;
        if (point > 0 && char.IsAsciiDigit(plain[point - 1]) && DocketShape.PointedEnd(plain, point) == first
            && !plain.AsSpan(0, point).ContainsAnyExceptInRange('0', '9'))
        {
            sequence = plain[..first]; // 66.17/2026/NQ-CP
        }
        else if (!TryReadSequence(plain.AsSpan(0, first), out sequence))
        {
            return false;
        }

        var rest = plain[(first + 1)..];
        if (plain[first] == '-')
        {
            var slash = rest.IndexOf('/', StringComparison.Ordinal);
            var type = slash < 0 ? rest : rest[..slash];
            var organ = slash < 0 ? null : rest[(slash + 1)..];
            if (!IsSymbol(type) || (organ is not null && !IsSymbol(organ)))
            {
                return false;
            }

            docket = new Docket(
                organ is null ? DocketStyle.NoOrgan : DocketStyle.Party, sequence, null, rest, type, organ);
            return true;
        }

        string? year = null;
        var next = rest.IndexOf('/', StringComparison.Ordinal);
        if (next == 4 && IsYear(rest.AsSpan(0, 4)))
        {
            year = rest[..4];
            rest = rest[5..];
        }

        // Older joint circulars part type and organs by a slash of their own: 02/2005/TTLT/BTC-BTP.
        var inner = year is null ? -1 : rest.IndexOf('/', StringComparison.Ordinal);
        if (inner >= 0 ? !IsSymbol(rest[..inner]) || !IsSymbol(rest[(inner + 1)..]) : !IsSymbol(rest))
        {
            return false;
        }

        var hyphen = inner >= 0 ? inner : rest.IndexOf('-', StringComparison.Ordinal);
        docket = new Docket(
            year is null ? DocketStyle.State : DocketStyle.StateWithYear,
            sequence,
            year,
            rest,
            hyphen < 0 ? null : rest[..hyphen],
            hyphen < 0 ? rest : rest[(hyphen + 1)..]);
        return true;
    }

    /// <summary>No spaces, one kind of hyphen, Đ for its look-alikes, and without a leading "số".</summary>
    private static string Plain(string text)
    {
        var composed = TryCompose(text);
        var plain = new StringBuilder(composed.Length);
        foreach (var c in composed)
        {
            switch (c)
            {
                case '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212':
                    plain.Append('-');
                    break;
                case '\u00D0' or '\u0189': // Ð and Ɖ look like Đ
                    plain.Append('Đ');
                    break;
                case ' ' or '\u00A0' or '\t' or '\r' or '\n' or '\u200B' or '\u00AD' or '\uFEFF':
                    break;
                default:
                    plain.Append(c);
                    break;
            }
        }

        var result = plain.ToString();
        if (result.StartsWith("số", StringComparison.OrdinalIgnoreCase))
        {
            result = result[2..].TrimStart(':');
        }

        return result.Any(char.IsUpper) ? result : result.ToUpperInvariant();
    }

    private static string TryCompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text; // a lone surrogate: no docket holds one, and the shape test below refuses it
        }
    }

    private static bool TryReadSequence(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? sequence)
    {
        Span<char> figures = stackalloc char[text.Length];
        var digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isLast = i == text.Length - 1;
            figures[i] = c switch
            {
                >= '0' and <= '9' => c,
                'O' or 'o' => '0',
                'l' or 'I' => '1',
                _ when isLast && i > 0 && char.IsAsciiLetter(c) => char.ToUpperInvariant(c),
                _ => '\0',
            };
            digits += c is >= '0' and <= '9' ? 1 : 0;
            if (figures[i] == '\0')
            {
                sequence = null;
                return false;
            }
        }

        sequence = new string(figures);
        if (digits == 0)
        {
            sequence = null;
            return false;
        }

        // Numbers below ten are written with a zero (Hướng dẫn 05-HD/VPTW); longer padding does not occur.
        var trimmed = sequence.TrimStart('0');
        var figureCount = trimmed.Length > 0 && char.IsAsciiLetter(trimmed[^1]) ? trimmed.Length - 1 : trimmed.Length;
        sequence = trimmed.PadLeft(trimmed.Length + Math.Max(0, 2 - figureCount), '0');
        return true;
    }

    private static bool IsYear(ReadOnlySpan<char> text) =>
        text is ['1', '9', ..] or ['2', '0', ..] && !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsSymbol(string text)
    {
        if (text.Length == 0 || !char.IsLetter(text[0]) || text[^1] is '-' or '&')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '&' or '.' or ','))
            {
                return false;
            }
        }

        return true;
    }
}
