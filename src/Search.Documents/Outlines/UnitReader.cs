using Search.Documents.Letterheads;
using Search.Documents.Lines;
using Search.Text;

namespace Search.Documents.Outlines;

/// <summary>Joins lines to paragraphs: hard line breaks and page breaks in the middle of a sentence are closed up.</summary>
internal static class UnitReader
{
    /// <summary>Most lines of a hard-wrapped text are shorter than this.</summary>
    private const int MaxWrap = 130;

    /// <summary>A paragraph ends at the latest after this much text, so that no unit grows without bound.</summary>
    private const int MaxUnit = 40_000;

    public static List<Unit> Read(Sheet sheet, int from, int to)
    {
        var units = new List<Unit>();
        var wrap = WrapWidth(sheet, from, to);
        for (var i = from; i < to; i++)
        {
            if (IsSkipped(sheet, i, from, to, out var after))
            {
                i = after - 1;
                continue;
            }

            var first = i;
            var last = i;
            var count = 1;
            while (NextLine(sheet, last, from, to) is var next && next < to && Joins(sheet, last, next, wrap)
                && sheet.Lines.SpanOf(next).End - sheet.Lines.SpanOf(first).Start <= MaxUnit)
            {
                last = next;
                count++;
            }

            var head = sheet.Lines[first];
            if (!head.Markup.HasFlag(LineMarkup.Rule) && !head.Markup.HasFlag(LineMarkup.TableRule) && head.Text.Length > 0)
            {
                units.Add(new Unit(new TextSpan(sheet.Lines.SpanOf(first).Start, sheet.Lines.SpanOf(last).End), head, count));
            }

            i = last;
        }

        return units;
    }

    private static int NextLine(Sheet sheet, int index, int from, int to)
    {
        var next = index + 1;
        while (next < to && IsSkipped(sheet, next, from, to, out var after))
        {
            next = after;
        }

        return next;
    }

    private static bool IsSkipped(Sheet sheet, int index, int from, int to, out int after)
    {
        after = index + 1;
        if (sheet.IsStamp(index))
        {
            return true;
        }

        after = Marginalia.End(sheet, index, from, to);
        return after > index;
    }

    private static bool Joins(Sheet sheet, int last, int next, int wrap)
    {
        var head = sheet.Lines[next];
        if ((head.Markup & (LineMarkup.Columns | LineMarkup.Rule | LineMarkup.TableRule | LineMarkup.Note | LineMarkup.Heading)) != LineMarkup.None)
        {
            return false;
        }

        var previous = sheet.Lines[last];
        if ((previous.Markup & (LineMarkup.Columns | LineMarkup.Heading | LineMarkup.Rule)) != LineMarkup.None)
        {
            return false;
        }

        if (IsBrokenNumber(sheet, last, head))
        {
            return true;
        }

        if (head.Markup.HasFlag(LineMarkup.Bullet) || Labels.Read(head) is not null)
        {
            return false;
        }

        if (Breaks.GoesOn(sheet, next))
        {
            return Breaks.EndsInside(sheet, last) || (!Breaks.EndsSentence(sheet, last) && head.BlanksBefore == 0);
        }

        return head.BlanksBefore == 0 && wrap > 0 && !Breaks.EndsSentence(sheet, last)
            && sheet.Lines.SpanOf(last).Length * 10 >= wrap * 6
            && !(Names.IsCapitals(head.Text) ^ Names.IsCapitals(previous.Text));
    }

    /// <summary>"… số 02-" before "HD/BĐNTW", "… số" before "04-CT/TW", "… 02" before "-HD/BĐNTW".</summary>
    private static bool IsBrokenNumber(Sheet sheet, int last, SourceLine head)
    {
        var text = sheet.Source.Text;
        var end = sheet.Lines.SpanOf(last).End;
        var c = text[end - 1];
        var first = text[head.Span.Start];
        if (c is '-' or '/' && end > 1 && char.IsLetterOrDigit(text[end - 2]))
        {
            return char.IsLetterOrDigit(first);
        }

        if (first is '-' or '/' && head.Span.Length > 2 && char.IsUpper(text[head.Span.Start + 1]) && char.IsLetterOrDigit(c))
        {
            return text.IndexOf('/', head.Span.Start, Math.Min(16, head.Span.Length)) > 0;
        }

        if (!char.IsAsciiDigit(first))
        {
            return false;
        }

        foreach (var word in (ReadOnlySpan<string>)[" số", " ngày", " tháng", " năm"])
        {
            if (text.AsSpan(0, end).EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The width a text is wrapped at; 0 where every line is a paragraph of its own.</summary>
    private static int WrapWidth(Sheet sheet, int from, int to)
    {
        int longest = 0, glued = 0, inside = 0;
        for (var i = from; i < to; i++)
        {
            var length = sheet.Lines.SpanOf(i).Length;
            longest = Math.Max(longest, length);
            if (i == from || sheet.Lines.BlanksBefore(i) > 0)
            {
                continue;
            }

            glued++;
            if (length is > 30 and <= MaxWrap && Breaks.EndsInside(sheet, i - 1))
            {
                inside++;
            }
        }

        return longest <= MaxWrap && inside * 3 > glued ? longest : 0;
    }
}
