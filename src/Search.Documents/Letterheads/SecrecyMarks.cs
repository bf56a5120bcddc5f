namespace Search.Documents.Letterheads;

/// <summary>
/// The marks MẬT, TỐI MẬT, TUYỆT MẬT of a letterhead. Damaged or unaccented ones (MAT, MÂT) count: a paper that may be
/// secret is treated as secret. Words in running text ("bí mật nhà nước") never do.
/// </summary>
internal static class SecrecyMarks
{
    public const string Secret = "mat";
    public const string TopSecret = "toi-mat";
    public const string MostSecret = "tuyet-mat";

    private const int MaxLength = 40;

    /// <summary>The level a whole piece names, in any spacing and with brackets or a label around it; else null.</summary>
    public static string? TryReadWhole(ReadOnlySpan<char> folded)
    {
        if (folded.Length > MaxLength || !folded.Contains('t'))
        {
            return null;
        }

        Span<char> letters = stackalloc char[folded.Length];
        var count = 0;
        foreach (var c in folded)
        {
            if (char.IsAsciiLetter(c))
            {
                letters[count++] = c;
            }
            else if (!char.IsWhiteSpace(c) && !IsFrame(c))
            {
                return null;
            }
        }

        ReadOnlySpan<char> word = letters[..count];
        foreach (var label in (ReadOnlySpan<string>)["domat", "mucdomat", "mucdo", "daumat", "vanban", "tailieu", "loai"])
        {
            if (word.StartsWith(label) && word.Length > label.Length)
            {
                word = word[label.Length..];
                break;
            }
        }

        return word switch
        {
            "mat" => Secret,
            "toimat" => TopSecret,
            "tuyetmat" or "tuyetdoimat" => MostSecret,
            _ => null,
        };
    }

    /// <summary>A mark in capitals at the edge of a cell in capitals: <c>TỈNH ỦY NAM ĐỊNH MẬT</c>.</summary>
    public static bool TryFindAtEdge(
        string text, string folded, int from, int to, out int start, out int end, out string? level)
    {
        start = end = 0;
        level = null;
        if (to - from > 120)
        {
            return false;
        }

        var cell = folded.AsSpan(from, to - from);
        var at = cell.EndsWith(" mat") || cell.EndsWith(" mat)") || cell.EndsWith(" mat]") ? cell.LastIndexOf("mat")
            : cell.StartsWith("mat ") || cell.StartsWith("toi mat ") || cell.StartsWith("tuyet mat ") ? cell.IndexOf("mat")
            : -1;
        if (at < 0 || text[from + at] != 'M' || !Names.IsCapitals(text.AsSpan(from, to - from)))
        {
            return false;
        }

        if (text.AsSpan(from + at, 3) is not ("MẬT" or "MAT" or "MÂT" or "MẠT"))
        {
            return false;
        }

        var head = cell[..at].TrimEnd();
        (level, var length) = head.EndsWith("toi") ? (TopSecret, 3) : head.EndsWith("tuyet") ? (MostSecret, 5) : (Secret, 0);
        head = head[..(head.Length - length)].TrimEnd(" ([");
        start = from + head.Length;
        while (start < from + at && text[start] is ' ' or '(' or '[')
        {
            start++;
        }

        end = from + at + 3;

        // "BÍ MẬT", "ĐỘ MẬT", "CƠ MẬT": words of a title.
        if (head.EndsWith("bi") || head.EndsWith(" do") || head.EndsWith(" co") || head.EndsWith(" bao") || head.EndsWith("can"))
        {
            return false;
        }

        var rest = folded.AsSpan(end, to - end).Trim(" )]");
        return head.IsEmpty
            ? rest.IsEmpty || LetterheadWords.Default.BeginsBody(rest) || rest.StartsWith("so")
            : LetterheadWords.Default.BeginsBody(head) || rest.Length == 0 && (head.StartsWith("so ") || head.StartsWith("so:"));
    }

    /// <summary>The graver of two marks.</summary>
    public static string? Graver(string? one, string? other) => Rank(one) >= Rank(other) ? one : other;

    private static int Rank(string? level) => level switch { Secret => 1, TopSecret => 2, MostSecret => 3, _ => 0 };

    private static bool IsFrame(char c) => c is '(' or ')' or '[' or ']' or ':' or '.' or '*' or '-' or '"' or '\'' or '|' or '/' or '!' or '_' or '<' or '>' or '{' or '}';
}
