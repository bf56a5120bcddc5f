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

    private static bool Is(Sheet sheet, int index) =>
        sheet.Lines.SpanOf(index).Length <= 60 && sheet.Lines[index] is { } line && line.Folded.StartsWith(Heading, StringComparison.Ordinal)
        && Names.IsCapitals(line.Text);
}
