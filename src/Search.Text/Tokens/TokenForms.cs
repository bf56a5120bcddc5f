using Search.Text.Letters;

namespace Search.Text.Tokens;

/// <summary>Writes the exact and the folded form of a token.</summary>
internal static class TokenForms
{
    internal static int WriteExact(TokenKind kind, ReadOnlySpan<char> text, Span<char> target) => kind switch
    {
        TokenKind.Docket => WriteDocket(text, target),
        TokenKind.Date => WriteDate(text, target),
        _ => WriteLower(text, target),
    };

    internal static int WriteFolded(TokenKind kind, ReadOnlySpan<char> text, Span<char> target)
    {
        switch (kind)
        {
            case TokenKind.Docket:
                var length = WriteDocket(text, target);
                for (var i = 0; i < length; i++)
                {
                    target[i] = FoldTable.RemoveMarks(target[i]);
                }

                return length;
            case TokenKind.Date:
                return WriteDate(text, target);
            case TokenKind.Number:
                var digits = text.TrimStart('0');
                if (digits.IsEmpty || !char.IsAsciiDigit(digits[0]))
                {
                    digits = text[(text.Length - digits.Length - 1)..];
                }

                digits.CopyTo(target);
                return digits.Length;
            default:
                return VietnameseFolding.Fold(text, target);
        }
    }

    private static int WriteDate(ReadOnlySpan<char> text, Span<char> target)
    {
        _ = DateShape.TryReadFigures(text, 0, out var date);
        date.Year.TryFormat(target, out _, "0000", System.Globalization.CultureInfo.InvariantCulture);
        target[4] = '-';
        date.Month.TryFormat(target[5..], out _, "00", System.Globalization.CultureInfo.InvariantCulture);
        target[7] = '-';
        date.Day.TryFormat(target[8..], out _, "00", System.Globalization.CultureInfo.InvariantCulture);
        return 10;
    }

    private static int WriteLower(ReadOnlySpan<char> text, Span<char> target)
    {
        for (var i = 0; i < text.Length; i++)
        {
            target[i] = FoldTable.ToLower(text[i]);
        }

        return text.Length;
    }

    private static int WriteDocket(ReadOnlySpan<char> text, Span<char> target)
    {
        var written = 0;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                target[written++] = char.ToUpperInvariant(c);
            }
        }

        return written;
    }
}
