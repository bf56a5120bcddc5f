namespace Search.Documents.Secrecy;

/// <summary>The words of a cell, and what stands between them.</summary>
internal static class Words
{
    /// <summary>Runs of letters; a run of figures is a word as well. Letters written apart (<c>M Ậ T</c>) are one word.</summary>
    public static List<Word> Of(string cell)
    {
        var words = new List<Word>();
        for (var i = 0; i < cell.Length;)
        {
            if (!char.IsLetterOrDigit(cell[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var isLetter = char.IsLetter(cell[i]);
            while (i < cell.Length && (isLetter ? char.IsLetter(cell[i]) || IsInside(cell, i) : char.IsDigit(cell[i])))
            {
                i++;
            }

            words.Add(new Word(cell[start..i], start, i));
        }

        return Joined(words);
    }

    /// <summary>Whether a text holds a word, in any case; no text holds an empty one.</summary>
    public static bool Holds(string text, string word)
    {
        if (word.Length == 0)
        {
            return false;
        }

        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetter(text[at + word.Length])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether nothing but blanks stands between two words.</summary>
    public static bool AreNeighbors(string cell, Word one, Word next) => string.IsNullOrWhiteSpace(cell[one.End..next.Start]);

    /// <summary>Whether nothing but blanks or a comma does.</summary>
    public static bool AreJoined(string cell, Word one, Word next) => cell[one.End..next.Start].Trim() is "" or ",";

    /// <summary>Whether an apostrophe parts the syllables of a name: <c>K'Brêu</c>.</summary>
    private static bool IsInside(string cell, int at) => cell[at] is '\'' or '’' && at + 2 < cell.Length
        && char.IsUpper(cell[at + 1]) && char.IsLower(cell[at + 2]);

    /// <summary>Three or more single letters in a row are one word that was spaced out.</summary>
    private static List<Word> Joined(List<Word> words)
    {
        var joined = new List<Word>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            var end = i;
            while (end < words.Count && words[end].Text.Length == 1 && char.IsLetter(words[end].Text[0]))
            {
                end++;
            }

            if (end - i >= 3)
            {
                joined.Add(new Word(string.Concat(words[i..end].Select(word => word.Text)), words[i].Start, words[end - 1].End));
                i = end;
            }
            else
            {
                joined.Add(words[i++]);
            }
        }

        return joined;
    }
}
