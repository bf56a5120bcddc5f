namespace Search.Documents.Secrecy;

/// <summary>Tells where a head ends: with the first paragraph of prose, which may be broken into lines.</summary>
internal sealed class Prose
{
    private const int LineWords = 8;
    private const int SentenceWords = 12;
    private const int ParagraphWords = 40;

    private int _run;

    /// <summary>Forgets the lines before.</summary>
    public void Reset() => _run = 0;

    /// <summary>Whether a paragraph of prose is seen with this line.</summary>
    /// <param name="cells">Its cells.</param>
    public bool Ends(IReadOnlyList<string> cells)
    {
        if (cells.Count == 0)
        {
            return false;
        }

        var longest = cells.MaxBy(cell => cell.Length)!;
        var words = Count(longest, out var small);
        if (words < LineWords || small * 2 <= words)
        {
            _run = 0;
            return false;
        }

        _run += words;
        var isSentence = words >= SentenceWords && longest[^1] is '.' or ';' or ':' or ',' or '!' or '?' or '…';
        return isSentence || _run >= ParagraphWords;
    }

    /// <summary>How many words a cell has, and how many of them begin with a small letter.</summary>
    public static int Count(string cell, out int small)
    {
        var words = 0;
        small = 0;
        var isInside = false;
        foreach (var c in cell)
        {
            var isLetter = char.IsLetterOrDigit(c);
            if (isLetter && !isInside)
            {
                words++;
                small += char.IsLower(c) ? 1 : 0;
            }

            isInside = isLetter;
        }

        return words;
    }
}
