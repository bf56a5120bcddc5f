using Search.Documents.Lines;

namespace Search.Documents.Letterheads;

/// <summary>Tells people's names and capitals by form.</summary>
internal static class Names
{
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

        return LetterheadWords.Default.IsFamily(Fold(words[0])) || !IsCapitals(text);
    }

    /// <summary>The person's name of "Tổng Bí thư Tô Lâm": the longest end of a text that is one; empty for an office alone
    /// ("Bộ trưởng Bộ Tài chính"), the text where no office stands before it or the family is not known.</summary>
    public static string WithoutOffice(string text)
    {
        if (!LetterheadWords.Default.BeginsPosition(Fold(text)))
        {
            return text;
        }

        for (var at = text.IndexOf(' ', StringComparison.Ordinal); at > 0; at = text.IndexOf(' ', at + 1))
        {
            var rest = text[(at + 1)..];
            var end = rest.IndexOf(' ', StringComparison.Ordinal);
            if (end > 0 && IsFamily(rest[..end]) && IsPerson(rest))
            {
                return rest;
            }
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 2 && words[^2..].All(word => char.IsUpper(word[0]) && IsNameWord(word)) ? text : "";
    }

    /// <summary>Whether a word is a common family name, in any case.</summary>
    public static bool IsFamily(string word) => LetterheadWords.Default.IsFamily(Fold(word.Trim(',', '.').ToLowerInvariant()));

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
