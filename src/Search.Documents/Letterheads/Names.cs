using System.Collections.Frozen;
using Search.Documents.Lines;

namespace Search.Documents.Letterheads;

/// <summary>Tells people's names and capitals by form.</summary>
internal static class Names
{
    /// <summary>Common Vietnamese family names, folded; with the shape of a name they make a signer certain.</summary>
    private static readonly FrozenSet<string> Families = new[]
    {
        "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong", "ly",
        "dao", "doan", "dinh", "lam", "mai", "trinh", "truong", "cao", "ha", "luong", "luu", "ta", "to", "thai", "tong", "vuong",
        "chu", "quach", "kieu", "la", "lu", "ma", "nong", "be", "trieu", "hua", "tang", "thach", "son", "kim", "chau", "phung",
        "tu", "van", "uong", "vi", "y", "ksor", "siu", "rahlan", "giang", "hau", "khuat", "khuong", "lai", "luc", "mac", "nghiem",
        "ninh", "on", "thieu", "tieu", "ton", "trang", "au", "cu", "diep", "dam", "dau", "dong", "giap", "lo", "lanh", "cam", "quang",
        "a", "dieu", "danh", "bo", "cil", "k", "ho", "sung", "vang", "giang", "thao", "hang", "hau", "leo", "sam", "hoa", "an", "bach",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Two to six words, each begun with a capital, letters only.</summary>
    public static bool IsPerson(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 6 || text.Length > 48)
        {
            return false;
        }

        foreach (var word in words)
        {
            if (!char.IsUpper(word[0]) || !IsNameWord(word))
            {
                return false;
            }
        }

        return Families.Contains(Fold(words[0])) || !IsCapitals(text);
    }

    /// <summary>Whether a word is a common family name, in any case.</summary>
    public static bool IsFamily(string word) => Families.Contains(Fold(word.Trim(',', '.').ToLowerInvariant()));

    /// <summary>Whether nearly all letters are capitals, and there are at least two.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> text)
    {
        var upper = 0;
        var lower = 0;
        foreach (var c in text)
        {
            if (char.IsUpper(c))
            {
                upper++;
            }
            else if (char.IsLower(c))
            {
                lower++;
            }
        }

        return upper >= 2 && lower * 10 <= upper;
    }

    private static bool IsNameWord(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsLetter(word[i]) && word[i] is not ('\'' or '’' or '-' or '.'))
            {
                return false;
            }
        }

        return word.Length <= 9;
    }

    private static string Fold(string word) => string.Create(word.Length, word, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = LineCleaner.Fold(from[i]);
        }
    });
}
