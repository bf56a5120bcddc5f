using Search.Text;

namespace Search.Documents.Letterheads;

/// <summary>
/// Handwriting and page numbers that a scan put between the halves of a broken sentence: a few short lines after a
/// line that ends in the middle, before a line that goes on with a small letter.
/// </summary>
internal static class Marginalia
{
    private const int MaxLines = 6;
    private const int MaxLine = 28;

    public static IEnumerable<DocumentPart> Find(Sheet sheet, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var end = End(sheet, i, from, to);
            if (end == i)
            {
                continue;
            }

            yield return new DocumentPart(
                DocumentPartKind.Marginalia, new TextSpan(sheet.Lines.SpanOf(i).Start, sheet.Lines.SpanOf(end - 1).End));
            i = end - 1;
        }
    }

    /// <summary>One past the last line of marginalia that begin at a line; the line itself where none do.</summary>
    public static int End(Sheet sheet, int index, int from, int to)
    {
        if (index <= from || sheet.Lines.SpanOf(index).Length > MaxLine)
        {
            return index;
        }

        var last = index;
        while (last < to && last - index < MaxLines && sheet.Lines.SpanOf(last).Length <= MaxLine)
        {
            last++;
        }

        if (sheet[index] is [{ Mark: Mark.PageNumber }] && (sheet.Lines.BlanksBefore(index) > 0 || index + 1 >= to))
        {
            return index + 1;
        }

        if (last >= to || last == index || sheet.Lines.BlanksBefore(index) == 0 || sheet.Lines.BlanksBefore(last) == 0)
        {
            return index;
        }

        if (!Breaks.EndsInside(sheet, index - 1) || sheet.Lines.SpanOf(index - 1).Length < 80)
        {
            return index;
        }

        for (var i = index; i < last; i++)
        {
            if (sheet.Lines[i].Markup != Lines.LineMarkup.None || OpeningReader.IsEnumerated(sheet.Lines[i].Folded))
            {
                return index;
            }
        }

        return Breaks.GoesOn(sheet, last) ? last : index;
    }
}
