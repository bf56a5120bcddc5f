using Search.Text;

namespace Search.Documents.Letterheads;

/// <summary>Makes drafts out of line ranges.</summary>
internal static class DraftBuilder
{
    public static DocumentDraft Whole(Sheet sheet) => Build(sheet, 0, sheet.Count, [], 0);

    /// <param name="sheet">The source.</param>
    /// <param name="from">First line.</param>
    /// <param name="to">One past the last line.</param>
    /// <param name="annexes">First lines of the annexes, ascending.</param>
    /// <param name="head">First line of the letterhead.</param>
    /// <param name="tail">First line of a letterhead that stands at the end; null for none.</param>
    /// <param name="upper">First line of the letterhead's upper half, with text of the document below it; null for none.</param>
    public static DocumentDraft Build(Sheet sheet, int from, int to, IReadOnlyList<int> annexes, int head, int? tail = null, int? upper = null)
    {
        var span = new TextSpan(sheet.Lines.SpanOf(from).Start, sheet.Lines.SpanOf(to - 1).End);
        var parts = new List<DocumentPart>();
        for (var i = from; i < to; i++)
        {
            if (!sheet.IsStamp(i))
            {
                continue;
            }

            var last = i;
            while (last + 1 < to && sheet.IsStamp(last + 1) && !IsNewStamp(sheet, last + 1))
            {
                last++;
            }

            parts.Add(new DocumentPart(
                DocumentPartKind.Stamp, new TextSpan(sheet.Lines.SpanOf(i).Start, sheet.Lines.SpanOf(last).End)));
            i = last;
        }

        for (var i = 0; i < annexes.Count; i++)
        {
            var end = i + 1 < annexes.Count ? annexes[i + 1] : to;
            parts.Add(new DocumentPart(
                DocumentPartKind.Annex,
                new TextSpan(sheet.Lines.SpanOf(annexes[i]).Start, sheet.Lines.SpanOf(end - 1).End),
                AnnexTitle.Read(sheet, annexes[i], end)));
        }

        return new DocumentDraft(span, [.. parts.OrderBy(part => part.Span.Start)], sheet.Lines.SpanOf(Math.Clamp(head, from, to - 1)).Start, StartOf(tail), StartOf(upper));

        int? StartOf(int? line) => line is { } index ? sheet.Lines.SpanOf(index).Start : null;
    }

    private static bool IsNewStamp(Sheet sheet, int index) => sheet.Has(index, Mark.Issuer) && !sheet.Has(index, Mark.Stamp);
}
