using System.Text;

namespace Search.Engine;

/// <summary>Finds document numbers in what a reader typed.</summary>
internal static class DocketScanner
{
    private const int MaxDigits = 5;
    private const int MaxTypeWords = 5;

    /// <summary>The keys of all numbers in the words, each once, in order.</summary>
    public static List<string> Keys(string words, QueryCatalogue names)
    {
        var keys = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsAsciiDigit(words[i]) || (i > 0 && (char.IsLetterOrDigit(words[i - 1]) || words[i - 1] is '/' or '.')))
            {
                continue;
            }

            var digits = i;
            while (digits < words.Length && char.IsAsciiDigit(words[digits]))
            {
                digits++;
            }

            if (digits - i <= MaxDigits)
            {
                var end = FullEnd(words, i, digits, names);
                if (end > 0)
                {
                    Add(keys, DocketKey.Of(words[i..end]));
                }
                else
                {
                    AddShort(words, i, digits, names, keys);
                }
            }

            i = digits - 1;
        }

        return keys;
    }

    // "04-CT/TW", "04 CT/TW", "94- KH/BTG", "30/2020/NĐ-CP", "719/QĐ-TTg": digits, then parts with at least one
    // letter part and one slash or hyphen. A date has no letter part.
    private static int FullEnd(string text, int start, int digits, QueryCatalogue names)
    {
        var at = digits;
        var end = 0;
        var letters = 0;
        var strong = false;
        while (true)
        {
            var next = at;
            var (isStrong, spaced) = Separator(text, ref next);
            if (next == at)
            {
                break;
            }

            var stop = next;
            while (stop < text.Length && char.IsLetterOrDigit(text[stop]))
            {
                stop++;
            }

            if (stop == next || stop - next > 24)
            {
                break;
            }

            var part = text.AsSpan(next, stop - next);
            var isYear = part.Length == 4 && part.IndexOfAnyExceptInRange('0', '9') < 0;
            if (isYear ? letters > 0 || !isStrong : char.IsAsciiDigit(part[0]))
            {
                break;
            }

            if (!isStrong && letters > 0)
            {
                break;
            }

            if (!isYear && letters == 0 && spaced && !LooksLikeType(part, names))
            {
                break;
            }

            if (!isYear)
            {
                letters++;
            }

            strong |= isStrong;
            at = stop;
            if (letters > 0 && strong)
            {
                end = stop;
            }
        }

        return end;
    }

    private static (bool Strong, bool Spaced) Separator(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        var spaced = at > start;
        if (at < text.Length && text[at] is '-' or '/' or '\u2013' or '\u2014' or '\u2011' or '\u2010' or '\u2212')
        {
            at++;
            var after = at;
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            return (true, spaced || at > after);
        }

        return (false, spaced);
    }

    private static bool LooksLikeType(ReadOnlySpan<char> part, QueryCatalogue names) =>
        part.Length <= 6 && (names.FindType(part.ToString()) is not null || char.IsUpper(part[^1]) || char.IsUpper(part[0]));

    // "Chỉ thị 04", "chi thi so 04", "CT 04", "Nghị định 30/2020": a type's name or abbreviation before the digits.
    private static void AddShort(string text, int start, int digits, QueryCatalogue names, List<string> keys)
    {
        var before = FieldAnalyzer.Shared.Analyze(text[..start]);
        var last = before.Count - 1;
        if (last >= 0 && before[last].Folded is "so")
        {
            last--;
        }

        for (var count = Math.Min(MaxTypeWords, last + 1); count > 0; count--)
        {
            var name = string.Join(' ', before.Skip(last + 1 - count).Take(count).Select(token => token.Exact));
            if (names.FindType(name) is not { } type)
            {
                continue;
            }

            var key = new StringBuilder(DocketKey.Of(text[start..digits]));
            if (YearAfter(text, digits) is { } year)
            {
                key.Append('.').Append(year);
            }

            foreach (var abbreviation in type.Abbreviations)
            {
                Add(keys, $"{key}.{DocketKey.Of(abbreviation)}");
            }

            return;
        }
    }

    private static string? YearAfter(string text, int at)
    {
        if (at + 5 > text.Length || text[at] != '/')
        {
            return null;
        }

        var year = text.Substring(at + 1, 4);
        return DocketKey.IsYear(year) && (at + 5 == text.Length || !char.IsAsciiDigit(text[at + 5])) ? year : null;
    }

    private static void Add(List<string> keys, string key)
    {
        if (key.Length > 0 && !keys.Contains(key, StringComparer.Ordinal))
        {
            keys.Add(key);
        }
    }
}
