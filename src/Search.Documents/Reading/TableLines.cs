using Search.Text;

namespace Search.Documents.Reading;

/// <summary>Finds the rows of tables among the lines of a paragraph: a line between bars, or, under a row of dashes, any line
/// with bars in it.</summary>
internal static class TableLines
{
    /// <param name="Span">The line without white space at its edges.</param>
    /// <param name="Next">Where the line after it begins.</param>
    /// <param name="IsRule">Whether it is the row of dashes under the head.</param>
    public readonly record struct Row(TextSpan Span, int Next, bool IsRule);

    public static List<Row> Find(string text, int start, int end)
    {
        var rows = new List<Row>();
        if (text.AsSpan(start, end - start).IndexOf('|') < 0)
        {
            return rows;
        }

        var isUnderRule = false;
        for (var at = start; at < end;)
        {
            var feed = text.IndexOf('\n', at, end - at);
            var next = feed < 0 ? end : feed + 1;
            var span = Trim(text, at, feed < 0 ? end : feed);
            var bars = Bars(text, span);
            var isRule = bars > 0 && !text.AsSpan(span.Start, span.Length).ContainsAnyExcept("|-:+= \t");
            var isRow = bars >= 2 && text[span.Start] == '|' && span.Length > 2;
            isUnderRule |= isRule;
            if (isRule && span.Length > 2)
            {
                rows.Add(new Row(span, next, IsRule: text.AsSpan(span.Start, span.Length).Contains('-')));
            }
            else if (isRow || (isUnderRule && bars > 0 && span.Length > 1))
            {
                rows.Add(new Row(span, next, IsRule: false));
            }

            at = next;
        }

        return rows;
    }

    private static int Bars(string text, TextSpan span)
    {
        var bars = 0;
        for (var i = span.Start; i < span.End; i++)
        {
            if (text[i] == '|' && (i == 0 || text[i - 1] != '\\'))
            {
                bars++;
            }
        }

        return bars;
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
