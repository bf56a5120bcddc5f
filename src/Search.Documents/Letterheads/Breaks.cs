using Search.Documents.Lines;

namespace Search.Documents.Letterheads;

/// <summary>Tells whether a line ends, or begins, in the middle of a sentence.</summary>
internal static class Breaks
{
    /// <summary>The line's last character is no end of a sentence, list item or heading.</summary>
    public static bool EndsInside(Sheet sheet, int index)
    {
        var c = Last(sheet, index);
        return char.IsLower(c) || c is ',' or '-' or '–' or '(' or '/' || char.IsAsciiDigit(c);
    }

    public static bool EndsSentence(Sheet sheet, int index) => Last(sheet, index) is '.' or ':' or ';' or '!' or '?' or '…' or '/';

    /// <summary>The line begins with a small letter and no list mark.</summary>
    public static bool GoesOn(Sheet sheet, int index)
    {
        var text = sheet.Lines[index].Text;
        if (text.Length == 0)
        {
            return false;
        }

        if (!char.IsLower(text[0]))
        {
            return false;
        }

        return !(text.Length > 1 && text[1] is ')' or '.' or '/'); // a) b. c/
    }

    private static char Last(Sheet sheet, int index)
    {
        var text = sheet.Source.Text;
        var span = sheet.Lines.SpanOf(index);
        var at = span.End - 1;
        while (at > span.Start && (text[at] is '*' or '_' or '"' or '”' or '’' or '\'' || char.IsWhiteSpace(text[at]) || LineCleaner.IsMark(text[at])))
        {
            at--;
        }

        return text[at];
    }
}
