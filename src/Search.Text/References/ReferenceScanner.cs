namespace Search.Text;

/// <summary>
/// Finds the numbers and dates of a text in their order, each sign at most once: a number with its separators first, then
/// a date, then figures that follow the name of a type, then a year that stands alone.
/// </summary>
public static class ReferenceScanner
{
    /// <summary>Every number and date.</summary>
    /// <param name="text">A text; it is read once from left to right.</param>
    /// <param name="words">What signs mean.</param>
    public static IReadOnlyList<TextReference> Scan(string text, IDocketWords words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        List<TextReference>? found = null;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            if (ReadAt(text, at, words) is { } reference)
            {
                (found ??= []).Add(reference);
                at = Math.Max(reference.End, at + 1);
                continue;
            }

            at = NextWord(text, at, words);
        }

        return found ?? (IReadOnlyList<TextReference>)[];
    }

    private static TextReference? ReadAt(string text, int at, IDocketWords words)
    {
        if (!char.IsAsciiDigit(text[at]))
        {
            return DateShape.TryRead(text, at, out var marked) ? new TextReference(null, marked) : null;
        }

        // "/2020" and ".5" continue what was read before, or are fractions.
        if (at > 0 && text[at - 1] is '/' or '.' or ',')
        {
            return null;
        }

        if (DocketShape.TryReadFull(text, at, words, out var docket))
        {
            return new TextReference(docket, null);
        }

        if (DateShape.TryRead(text, at, out var date) && (date.Day > 0 || !DocketShape.TryReadShort(text, at, words, out docket)))
        {
            return new TextReference(null, date);
        }

        if (DocketShape.TryReadShort(text, at, words, out docket) && (docket!.Signs.Count > 0 || !DateShape.TryReadYear(text, at, out _)))
        {
            return new TextReference(docket, null);
        }

        return DateShape.TryReadYear(text, at, out var year) && !EndsPeriod(text, at) ? new TextReference(null, year) : null;
    }

    // "2016 - 2020": figures, then a hyphen.
    private static bool EndsPeriod(string text, int at)
    {
        at--;
        while (at > 0 && text[at] == ' ')
        {
            at--;
        }

        if (at < 1 || text[at] is not ('-' or '\u2013' or '\u2014'))
        {
            return false;
        }

        at--;
        while (at > 0 && text[at] == ' ')
        {
            at--;
        }

        return char.IsAsciiDigit(text[at]);
    }

    // Past the word or figures, past the letters of a sign alone where its figures are glued to it ("NQ18"), and past figures that hang on by points, slashes or hyphens.
    private static int NextWord(string text, int at, IDocketWords words)
    {
        var figures = char.IsAsciiDigit(text[at]);
        var letters = at;
        while (letters < text.Length && char.IsLetter(text[letters]))
        {
            letters++;
        }

        if (letters > at && letters < text.Length && char.IsAsciiDigit(text[letters]) && words.IsTypeSign(text[at..letters]))
        {
            return letters;
        }

        while (at < text.Length && (char.IsLetterOrDigit(text[at])
            || (figures && text[at] is '/' or '.' or ',' or '-' or '\u2013' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
        {
            at++;
        }

        return at;
    }
}
