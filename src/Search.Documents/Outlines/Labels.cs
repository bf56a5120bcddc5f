using Search.Documents.Letterheads;
using Search.Documents.Lines;

namespace Search.Documents.Outlines;

// Longer than most files because which form of label a line begins with is decided against all other forms.
/// <summary>Reads the label at the head of a line by hand: the forms are few and every line is asked.</summary>
internal static class Labels
{
    private static readonly string[] Ordinals =
        ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    private static readonly string[] FoldedOrdinals =
        ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"];

    private static readonly string[] PartNumbers =
        ["nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"];

    public static Label? Read(SourceLine line)
    {
        var folded = line.Folded;
        if (folded.Length == 0)
        {
            return null;
        }

        return folded[0] switch
        {
            'p' => Named(line, "phan", LabelKind.Part) ?? Letter(line),
            'c' => Named(line, "chuong", LabelKind.Chapter) ?? Letter(line),
            'm' => Named(line, "muc", LabelKind.Division) ?? Ordinal(line) ?? Letter(line),
            'd' when line.Text[0] is 'Đ' or 'đ' or 'D' => Article(line) ?? Letter(line),
            'i' or 'v' or 'x' when line.Text[0] is 'I' or 'V' or 'X' => Roman(line),
            >= '0' and <= '9' => Arabic(line),
            '(' => Bracketed(line),
            _ => Ordinal(line) ?? Letter(line),
        };
    }

    private static Label? Named(SourceLine line, string word, LabelKind kind)
    {
        var folded = line.Folded;
        if (!folded.StartsWith(word, StringComparison.Ordinal) || folded.Length <= word.Length + 1 || folded[word.Length] != ' ')
        {
            return null;
        }

        if (!char.IsUpper(line.Text[0]))
        {
            return null;
        }

        var at = word.Length + 1;
        if (folded.AsSpan(at).StartsWith("thu "))
        {
            at += 4;
        }

        var end = at;
        while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
        {
            end++;
        }

        var number = folded[at..end];
        if (!IsNumber(number) && !(at > word.Length + 1 && Array.IndexOf(PartNumbers, number) >= 0))
        {
            return null;
        }

        if (end < folded.Length && folded[end] is not ('.' or ':' or '-' or ' ' or '\t'))
        {
            return null;
        }

        // "Mục II Hướng dẫn 36-HD/VPTW" in running text cites; a heading goes on in capitals or with punctuation.
        var rest = SkipPunctuation(folded, end);
        if (rest == end + 1 && rest < folded.Length && !Names.IsCapitals(line.Text.AsSpan(rest)) && line.Text.Length > 120)
        {
            return null;
        }

        var index = Array.IndexOf(PartNumbers, number);
        var slug = index >= 0 && at > word.Length + 1 ? $"{word}-{index + 1}" : $"{word}-{number}";
        return new Label(kind, line.Text[..end], slug, (int)kind, rest);
    }

    private static Label? Article(SourceLine line)
    {
        var folded = line.Folded;
        if (!folded.StartsWith("dieu ", StringComparison.Ordinal) || !char.IsUpper(line.Text[0]))
        {
            return null;
        }

        var end = 5;
        while (end < folded.Length && char.IsAsciiDigit(folded[end]))
        {
            end++;
        }

        if (end == 5 || end > 9)
        {
            return null;
        }

        if (end < folded.Length && char.IsAsciiLetterLower(folded[end]) && (end + 1 == folded.Length || !char.IsLetter(folded[end + 1])))
        {
            end++;
        }

        if (end < folded.Length && folded[end] is not ('.' or ':' or '-'))
        {
            // "Điều 5 Nghị định số …" cites.
            if (folded[end] != ' ' || line.Text.Length > 80 || TypeWordFollows(folded, end + 1))
            {
                return null;
            }
        }

        return new Label(LabelKind.Article, line.Text[..end], "dieu-" + folded[5..end], (int)LabelKind.Article, SkipPunctuation(folded, end));
    }

    private static bool TypeWordFollows(string folded, int at)
    {
        foreach (var word in (ReadOnlySpan<string>)["cua", "nghi", "luat", "bo luat", "quy", "quyet", "thong", "va", "dieu", "chi thi", "huong dan", "hien"])
        {
            if (folded.AsSpan(at).StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    private static Label? Roman(SourceLine line)
    {
        var text = line.Text;
        var end = 0;
        while (end < text.Length && text[end] is 'I' or 'V' or 'X')
        {
            end++;
        }

        if (end is 0 or > 6 || end == text.Length || !IsRoman(text.AsSpan(0, end)))
        {
            return null;
        }

        if (text[end] is not ('.' or '-' or '–' or '/' or ')' or ':'))
        {
            return null;
        }

        if (end + 1 < text.Length && text[end] == '/' && char.IsAsciiDigit(text[end + 1]))
        {
            return null; // IV/2011
        }

        var rest = SkipPunctuation(text, end);
        if (rest < text.Length && char.IsLower(text[rest]))
        {
            return null;
        }

        return new Label(LabelKind.Roman, text[..end], text[..end].ToLowerInvariant(), (int)LabelKind.Roman, rest);
    }

    private static Label? Arabic(SourceLine line)
    {
        var text = line.Text;
        var end = 0;
        var dots = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            if (text[end] == '.')
            {
                dots++;
            }

            end++;
        }

        if (end is 0 or > 9 || end == text.Length || dots > 4)
        {
            return null;
        }

        var digits = text.AsSpan(0, end);
        if (dots == 0 && (digits.Length > 3 || (digits.Length > 1 && digits[0] == '0')))
        {
            return null;
        }

        var mark = text[end];
        if (mark is not ('.' or ')' or '-' or '/' or ':' or ' '))
        {
            return null;
        }

        if (mark == ' ' && dots == 0)
        {
            return null;
        }

        var rest = SkipPunctuation(text, end);
        if (rest >= text.Length)
        {
            return mark is '.' or ')' ? Make() : null;
        }

        if (char.IsAsciiDigit(text[rest]) && mark is '-' or '/')
        {
            return null;
        }

        if (char.IsLower(text[rest]) && mark is not (')' or '.'))
        {
            return null;
        }

        if (mark is '-' or '/' && rest == end + 1 && char.IsUpper(text[rest]) && IsDocket(text, rest))
        {
            return null;
        }

        return Make();

        Label Make()
        {
            var number = text[..end];
            return new Label(LabelKind.Arabic, number, number.Replace('.', '-'), (int)LabelKind.Arabic + dots, rest);
        }
    }

    /// <summary>"04-CT/TW ngày …" is a number of a document.</summary>
    private static bool IsDocket(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '/' or '-'))
        {
            end++;
        }

        return text.AsSpan(at, end - at).ContainsAny("/-");
    }

    private static Label? Letter(SourceLine line)
    {
        var text = line.Text;
        if (text.Length < 3 || !char.IsLetter(text[0]))
        {
            return null;
        }

        if (char.IsLower(text[0]) && text[1] is ')' or '.' or '/' && (text[2] is ' ' or '\t' || text[1] == ')'))
        {
            return text[0] is 'o' ? null : new Label(LabelKind.Letter, text[..1], Slug(text[0]), (int)LabelKind.Letter, SkipPunctuation(text, 1));
        }

        if (text[0] is >= 'A' and <= 'H' && text[1] is '.' or '-' or ')' && text[2] == ' ' && text.Length > 4 && char.IsUpper(text[3]))
        {
            return new Label(LabelKind.Capital, text[..1], text[..1].ToLowerInvariant(), (int)LabelKind.Capital, SkipPunctuation(text, 1));
        }

        return null;
    }

    /// <summary>đ) is a point of its own beside d).</summary>
    private static string Slug(char letter) => letter == 'đ' ? "dd" : LineCleaner.Fold(letter).ToString();

    private static Label? Ordinal(SourceLine line)
    {
        var folded = line.Folded;
        for (var i = 0; i < FoldedOrdinals.Length; i++)
        {
            var word = FoldedOrdinals[i];
            if (!folded.StartsWith(word, StringComparison.Ordinal) || !folded.AsSpan(word.Length).StartsWith(" la"))
            {
                continue;
            }

            var end = word.Length + 3;
            if (end >= folded.Length || folded[end] is not (',' or ':' or ' ' or '-') || !char.IsUpper(line.Text[0]))
            {
                return null;
            }

            if (!line.Text.StartsWith(Ordinals[i], StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            return new Label(LabelKind.Ordinal, line.Text[..end], word + "-la", (int)LabelKind.Ordinal, SkipPunctuation(folded, end));
        }

        return null;
    }

    private static Label? Bracketed(SourceLine line)
    {
        var folded = line.Folded;
        var close = folded.IndexOf(')', StringComparison.Ordinal);
        if (close is < 2 or > 6 || close + 1 >= folded.Length)
        {
            return null;
        }

        var number = folded[1..close];
        var isRoman = IsRoman(number.ToUpperInvariant());
        if (!isRoman && !IsDigits(number) && number.Length > 1)
        {
            return null;
        }

        if (!isRoman && !IsDigits(number) && !char.IsAsciiLetter(number[0]))
        {
            return null;
        }

        return new Label(LabelKind.Bracketed, line.Text[1..close], number, (int)LabelKind.Bracketed, SkipPunctuation(folded, close + 1));
    }

    private static bool IsNumber(string text) => IsDigits(text) || IsRoman(text.ToUpperInvariant());

    private static bool IsDigits(string text) => text.Length is > 0 and <= 3 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool IsRoman(ReadOnlySpan<char> text) => text.Length is > 0 and <= 6 && !text.ContainsAnyExcept("IVX")
        && !text.Contains("IIII", StringComparison.Ordinal) && !text.Contains("VV", StringComparison.Ordinal);

    private static int SkipPunctuation(string text, int at)
    {
        while (at < text.Length && text[at] is '.' or ':' or '-' or '–' or ')' or '/' or ' ' or '\t' or ',')
        {
            at++;
        }

        return at;
    }
}
