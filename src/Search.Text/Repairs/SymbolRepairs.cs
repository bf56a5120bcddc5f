namespace Search.Text.Repairs;

/// <summary>
/// Repairs inside document numbers and years: Đ read as D in the abbreviations of known bodies and types, O and l read
/// for 0 and 1 beside digits.
/// </summary>
internal static class SymbolRepairs
{
    /// <summary>Abbreviations that exist only with Đ; what is ambiguous without its bar (CD, DA, DU) is not listed.</summary>
    private static readonly string[] Abbreviations =
        ["BĐNTW", "QĐ", "HĐND", "BCSĐ", "BGDĐT", "BLĐTBXH", "TLĐ", "TWĐTN", "NĐ-CP", "HĐTP", "QyĐ"];

    internal static void Find(NormalizedText text, List<TextRepair> repairs)
    {
        foreach (var token in new SyllableTokenizer(text.Text))
        {
            if (token.Kind == TokenKind.Docket)
            {
                FindAbbreviations(text, token, repairs);
            }
            else if (token.Kind is TokenKind.Word or TokenKind.Number)
            {
                FindDigits(text, token, repairs);
            }
        }
    }

    private static void FindAbbreviations(NormalizedText text, Token token, List<TextRepair> repairs)
    {
        foreach (var abbreviation in Abbreviations)
        {
            var bare = abbreviation.Replace('Đ', 'D');
            var at = IndexOfSymbol(token.Text, bare);
            if (at < 0)
            {
                continue;
            }

            Add(text, token.Start + at, bare.Length, abbreviation, "Nhận dạng nhầm “Đ” thành “D” trong ký hiệu văn bản", 0.85, repairs);
        }
    }

    /// <summary>A symbol stands between the separators of a docket, not inside a longer one.</summary>
    private static int IndexOfSymbol(ReadOnlySpan<char> docket, string symbol)
    {
        var at = docket.IndexOf(symbol, StringComparison.Ordinal);
        if (at < 0 || (at > 0 && char.IsLetter(docket[at - 1])))
        {
            return -1;
        }

        var end = at + symbol.Length;
        return end < docket.Length && char.IsLetterOrDigit(docket[end]) ? -1 : at;
    }

    private static void FindDigits(NormalizedText text, Token token, List<TextRepair> repairs)
    {
        var word = token.Text;
        var digits = 0;
        var letters = 0;
        foreach (var c in word)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c is 'O' or 'o' or 'l' or 'I')
            {
                letters++;
            }
            else
            {
                return;
            }
        }

        if (letters == 0 || word.Length is < 2 or > 5)
        {
            return;
        }

        var reading = string.Create(word.Length, word, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = source[i] switch { 'O' or 'o' => '0', 'l' or 'I' => '1', var digit => digit };
            }
        });

        // Between digits (2O11), or at the head of a docket (O4-CT/TW, l5-CT/TU).
        var isBetween = char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[^1]) && digits >= 2;
        var docket = string.Concat(reading, text.Text.AsSpan(token.End, Math.Min(40, text.Text.Length - token.End)));
        var isDocket = token.End < text.Text.Length && text.Text[token.End] is '-' or '/' && DocketShape.PrintedLength(docket) > reading.Length;
        if (isBetween || isDocket)
        {
            Add(text, token.Start, word.Length, reading, "Nhận dạng nhầm chữ số 0, 1 thành chữ O, l", isDocket ? 0.9 : 0.8, repairs);
        }
    }

    private static void Add(
        NormalizedText text, int start, int length, string reading, string reason, double confidence, List<TextRepair> repairs)
    {
        var span = text.ToSource(new TextSpan(start, start + length));
        repairs.Add(new TextRepair(span, span.Slice(text.Source), reading, reason, confidence));
    }
}
