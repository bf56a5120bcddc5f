namespace Search.Documents.Letterheads;

/// <summary>
/// The certification under a consolidated text ("XÁC THỰC VĂN BẢN HỢP NHẤT"): it bears the number, the date and the signature of the
/// text above it and is no paper of its own (Pháp lệnh 01/2012/UBTVQH13).
/// </summary>
internal static class Certification
{
    private const string Heading = "xac thuc van ban hop nhat";

    /// <summary>Lines between its letterhead and its heading, and between the heading and a date below it.</summary>
    private const int MaxHead = 14;

    /// <summary>Two columns and the blanks between them are no longer, in UTF-16 units.</summary>
    private const int MaxLine = 160;

    /// <summary>Whether it stands among some lines.</summary>
    /// <param name="sheet">The source.</param>
    /// <param name="from">First line of a letterhead.</param>
    /// <param name="to">One past the last line to look at.</param>
    public static bool Stands(Sheet sheet, int from, int to)
    {
        for (var i = from; i < Math.Min(sheet.Count, to); i++)
        {
            if (Is(sheet, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The number and the date it bears; null for what it lacks, both where there is none.</summary>
    public static (Piece? Number, Piece? Date) Read(Sheet sheet, int from, int to)
    {
        for (var i = to - 1; i >= from; i--)
        {
            if (!Is(sheet, i))
            {
                continue;
            }

            // Above it or below it: the nearest of each.
            Piece? number = null, date = null;
            for (var away = 1; away < MaxHead; away++)
            {
                foreach (var k in (ReadOnlySpan<int>)[i + away, i - away])
                {
                    if (k >= from && k < to)
                    {
                        number ??= sheet.Find(k, Mark.Number) is { Docket: not null } own ? own : null;
                        date ??= sheet.Find(k, Mark.PlaceDate) is { Date: not null } day ? day : null;
                    }
                }
            }

            return (number, date);
        }

        return (null, null);
    }

    private static bool Is(Sheet sheet, int index)
    {
        if (sheet.Lines.SpanOf(index).Length > MaxLine)
        {
            return false;
        }

        foreach (var piece in sheet[index])
        {
            // Alone, or in the right column beside the office that certifies.
            if (piece.Text.Length <= 60 && piece.Folded.StartsWith(Heading, StringComparison.Ordinal) && Names.IsCapitals(piece.Text))
            {
                return true;
            }
        }

        return false;
    }
}
