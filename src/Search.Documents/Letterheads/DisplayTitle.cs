using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Search.Documents.Catalogues;
using Search.Documents.Letterheads;

namespace Search.Documents;

/// <summary>
/// A title as it is shown: one printed in capitals in sentence case, with the capitals of names the catalogue knows (bodies,
/// provinces, offices), of people behind their office, of types before a number, and of signs; any other as it is printed.
/// </summary>
/// <remarks>The printed title stays what it is: this is a second form for reading, and nothing is looked up by it.</remarks>
public sealed class DisplayTitle
{
    /// <summary>A person's name has at most so many words.</summary>
    private const int MaxName = 4;

    /// <summary>"Phó Thủ tướng Thường trực Chính phủ" has seven words.</summary>
    private const int MaxOffice = 8;

    private static readonly ConditionalWeakTable<Catalogue, DisplayTitle> Known = [];

    /// <summary>Lists and outlines show the same titles again and again; so many are kept.</summary>
    private const int Kept = 20_000;

    private const int LongestKept = 400;

    private readonly ConcurrentDictionary<string, string> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _signs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _persons;
    private readonly HashSet<string> _places = new(StringComparer.Ordinal) { "huyện", "quận", "trấn", "phường" };
    private readonly TitleNames _names;
    private readonly TypeNames _types;
    private readonly MarkReader _marks;

    private DisplayTitle(Catalogue catalogue)
    {
        _types = TypeNames.Of(catalogue);
        _marks = new MarkReader(catalogue);
        _names = new TitleNames(catalogue);
        foreach (var sign in catalogue.Grammar("title-signs").Phrases)
        {
            _signs[sign.ToUpperInvariant()] = sign;
        }

        _persons = [.. catalogue.Grammar("title-persons").Phrases.Select(phrase => phrase.ToLowerInvariant())];
    }

    /// <summary>The title as it is shown.</summary>
    /// <param name="title">The printed title; null for none.</param>
    /// <param name="catalogue">The names.</param>
    public static string? Of(string? title, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        title = SubjectLine.WithoutBrackets(title);
        return string.IsNullOrWhiteSpace(title) || !Names.IsCapitals(title)
            ? title
            : Known.GetValue(catalogue, static c => new DisplayTitle(c)).Shown(title);
    }

    private string Shown(string title)
    {
        if (_shown.TryGetValue(title, out var known))
        {
            return known;
        }

        var shown = Lower(title.Normalize(NormalizationForm.FormC));
        if (_shown.Count >= Kept)
        {
            _shown.Clear();
        }

        return title.Length > LongestKept ? shown : _shown[title] = shown;
    }

    private string Lower(string title)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var result = new string[words.Length];
        for (var i = 0; i < words.Length;)
        {
            if (_names.At(words, i) is { } name)
            {
                for (var k = 0; k < name.Length; k++)
                {
                    result[i + k] = Dress(words[i + k], name[k]);
                }

                i += name.Length;
            }
            else
            {
                result[i] = Word(words, i, result);
                i++;
            }
        }

        RaiseTypes(words, result);
        RaiseLaws(words, result);
        RaisePersons(words, result);
        var text = string.Join(' ', result);
        // Behind the number of a heading: "II. Về phương hướng".
        var first = words.Length > 1 && IsHeadingNumber(words[0]) ? words[0].Length : 0;
        while (first < text.Length && !char.IsLetter(text[first]))
        {
            first++;
        }

        return first < text.Length ? text[..first] + char.ToUpperInvariant(text[first]) + text[(first + 1)..] : text;
    }

    private string Word(string[] words, int at, string[] result)
    {
        var word = words[at];
        var bare = word.Trim('(', ')', ',', '.', ';', ':', '“', '”', '"', '/');
        if (_signs.TryGetValue(bare.ToUpperInvariant(), out var sign))
        {
            return word.Replace(bare, sign, StringComparison.Ordinal);
        }

        if (bare.Any(char.IsAsciiDigit) && bare.AsSpan().ContainsAny('/', '-') && _marks.DocketOf(bare) is { } docket)
        {
            return word.Replace(bare, docket.Canonical, StringComparison.Ordinal);
        }

        if (at == 0 && words.Length > 1 && IsHeadingNumber(word))
        {
            return word;
        }

        var isRoman = bare.Length > 0 && !bare.AsSpan().ContainsAnyExcept("IVXLC") && (bare.Length > 2
            || (at > 0 && result[at - 1] is "khóa" or "khoá" or "thứ" or "kỳ" or "phần" or "chương" or "mục" or "quý" or "loại"));
        if (string.Equals(bare, "V/V", StringComparison.Ordinal))
        {
            return "V/v";
        }

        var isSign = bare.Length is > 1 and <= 12 && bare.Any(char.IsLetter) && !TypeNames.Fold(bare).AsSpan().ContainsAny("aeiouy");
        return isRoman || isSign ? word : word.ToLowerInvariant();
    }

    /// <summary>"II.", "A.", "IV)": a letter or a Roman figure before a heading.</summary>
    private static bool IsHeadingNumber(string word) =>
        word.Length > 1 && word[^1] is '.' or ')' && (word.Length == 2 ? char.IsLetter(word[0]) : !word.AsSpan(0, word.Length - 1).ContainsAnyExcept("IVXLC"));

    /// <summary>"NGHỊ QUYẾT SỐ 18-NQ/TW" names one paper: its type has a capital.</summary>
    private void RaiseTypes(string[] words, string[] result)
    {
        for (var i = 1; i < words.Length; i++)
        {
            var isNumber = string.Equals(result[i], "số", StringComparison.Ordinal) && i + 1 < words.Length && words[i + 1].Any(char.IsAsciiDigit);
            if (!isNumber && !(words[i].Any(char.IsAsciiDigit) && words[i].Contains('/', StringComparison.Ordinal) && words[i].Any(char.IsLetter)))
            {
                continue;
            }

            for (var from = Math.Max(0, i - 4); from < i; from++)
            {
                var name = TypeNames.Fold(string.Join(' ', words[from..i]));
                if (_types.AtStart(name, out var length) is not null && length == name.Length)
                {
                    result[from] = Capital(result[from]);
                    break;
                }
            }
        }
    }

    /// <summary>"THI HÀNH LUẬT VIỆC LÀM" names a law: its name begins with a capital. "PHÁP LUẬT" names none.</summary>
    private static void RaiseLaws(string[] words, string[] result)
    {
        for (var i = 1; i + 1 < words.Length; i++)
        {
            if (result[i] is not ("luật" or "lệnh") || !result[i + 1].All(char.IsLetter))
            {
                continue;
            }

            var from = i - (result[i - 1] is "bộ" or "pháp" ? 1 : 0);
            if ((result[i] is "lệnh" && from == i) || (result[i] is "luật" && result[i - 1] is "pháp") || from == 0
                || result[from - 1] is not ("của" or "hành" or "án" or "thảo" or "và" or "theo" or "điều" or "hiện" or "dẫn" or "đổi"))
            {
                continue;
            }

            result[from] = Capital(result[from]);
            result[i + 1] = Capital(result[i + 1]);
        }
    }

    /// <summary>People behind their office, places behind the kind of place.</summary>
    private void RaisePersons(string[] words, string[] result)
    {
        for (var i = 1; i < words.Length; i++)
        {
            var isPlace = _places.Contains(result[i - 1]);
            if (!isPlace && !(IsOffice(result, i) && Names.IsFamily(words[i])))
            {
                continue;
            }

            for (var k = i; k < Math.Min(words.Length, i + (isPlace ? 2 : MaxName)); k++)
            {
                var isLast = words[k][^1] is ',' or ')' or ';' or '.' or ':';
                if (!words[k].Trim(',', ')', ';', '.', ':').All(char.IsLetter) || IsSmall(result[k]))
                {
                    break;
                }

                result[k] = Capital(result[k]);
                if (isLast)
                {
                    break;
                }
            }
        }
    }

    private bool IsOffice(string[] result, int at)
    {
        for (var length = 1; length <= MaxOffice && length <= at; length++)
        {
            if (_persons.Contains(string.Join(' ', result[(at - length)..at]).ToLowerInvariant()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Words that end a name.</summary>
    private static bool IsSmall(string word) =>
        word.Trim(',', '.') is "tại" or "về" or "với" or "và" or "của" or "trong" or "làm" or "là" or "theo" or "đến" or "trên" or "ở" or "giai" or "năm" or "thuộc" or "sau" or "cấp" or "các" or "có" or "do" or "được" or "khi" or "từ" or "lần" or "đoạn" or "nhiệm" or "khóa";

    /// <summary>The signs around a printed word with the word of a name in it.</summary>
    private static string Dress(string printed, string word)
    {
        var bare = printed.Trim('(', ')', ',', '.', ';', ':', '“', '”', '"', '/');
        return printed.Replace(bare, word.Trim(','), StringComparison.Ordinal);
    }

    private static string Capital(string word)
    {
        var at = 0;
        while (at < word.Length && !char.IsLetter(word[at]))
        {
            at++;
        }

        return at < word.Length ? word[..at] + char.ToUpperInvariant(word[at]) + word[(at + 1)..] : word;
    }
}
