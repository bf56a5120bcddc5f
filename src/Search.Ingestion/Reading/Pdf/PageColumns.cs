namespace Search.Ingestion.Reading;

/// <summary>
/// Finds the order of reading on a recognized page. Recognition runs the two columns of a letterhead and of a closing
/// together line by line; here lines that stand at one height are a row, rows with a common gap are a region of two columns,
/// and of such a region the left column is read before the right one.
/// </summary>
internal static class PageColumns
{
    /// <summary>Rows further apart than so many heights do not belong together.</summary>
    private const double FarApart = 3.5;

    /// <summary>Lines further apart than so many heights are no one block.</summary>
    private const double BlockGap = 0.9;

    /// <param name="lines">Lines as recognized.</param>
    /// <param name="width">Width of the page.</param>
    public static IReadOnlyList<IReadOnlyList<PdfLine>> Blocks(IReadOnlyList<PdfLine> lines, double width)
    {
        var rows = Rows(lines.SelectMany(line => line.Segments()));
        var blocks = new List<IReadOnlyList<PdfLine>>();
        var open = new List<PdfLine>();
        for (var i = 0; i < rows.Count;)
        {
            var region = Region(rows, i, width);
            if (region is null)
            {
                open.Add(Joined(rows[i]));
                i++;
                continue;
            }

            blocks.AddRange(Apart(open));
            open.Clear();
            blocks.AddRange(Apart(region.Left));
            blocks.AddRange(Apart(region.Right));
            i = region.End;
        }

        blocks.AddRange(Apart(open));
        return blocks;
    }

    /// <summary>Segments that stand at one height.</summary>
    private static List<List<PdfLine>> Rows(IEnumerable<PdfLine> segments)
    {
        var rows = new List<List<PdfLine>>();
        foreach (var segment in segments.OrderBy(segment => segment.Top + segment.Bottom))
        {
            var middle = (segment.Top + segment.Bottom) / 2;
            var row = rows.Count > 0 ? rows[^1] : null;
            if (row is not null && row.TrueForAll(other => middle < other.Bottom && middle > other.Top && (segment.Left >= other.Right || segment.Right <= other.Left)))
            {
                row.Add(segment);
            }
            else
            {
                rows.Add([segment]);
            }
        }

        rows.ForEach(row => row.Sort((a, b) => a.Left.CompareTo(b.Left)));
        return rows;
    }

    private sealed record Columns(List<PdfLine> Left, List<PdfLine> Right, int End);

    /// <summary>The region of two columns that begins at a row; null where none does.</summary>
    private static Columns? Region(List<List<PdfLine>> rows, int from, double width)
    {
        // It may begin with a line or two of one column alone, as T/M above the level of Nơi nhận.
        var first = from;
        while (first < rows.Count && first < from + 3 && rows[first].Count == 1 && rows[first][0].Left > width * 0.45
            && first + 1 < rows.Count && IsNear(rows[first], rows[first + 1]))
        {
            first++;
        }

        if (first >= rows.Count || rows[first].Count != 2)
        {
            return null;
        }

        double gapStart = rows[first][0].Right, gapEnd = rows[first][1].Left;
        if (gapEnd < width * 0.25 || gapStart > width * 0.75 || rows.Skip(from).Take(first - from).Any(row => row[0].Left < gapStart))
        {
            return null;
        }

        var left = new List<PdfLine>();
        var right = new List<PdfLine>();
        right.AddRange(rows.Skip(from).Take(first - from).Select(row => row[0]));
        var end = first;
        for (; end < rows.Count; end++)
        {
            var row = rows[end];
            if (end > first && !IsNear(rows[end - 1], row))
            {
                break;
            }

            if (row.Count == 2 && Math.Max(gapStart, row[0].Right) < Math.Min(gapEnd, row[1].Left))
            {
                (gapStart, gapEnd) = (Math.Max(gapStart, row[0].Right), Math.Min(gapEnd, row[1].Left));
                left.Add(row[0]);
                right.Add(row[1]);
            }
            else if (row.Count == 1 && row[0].Right < gapEnd)
            {
                left.Add(row[0]);
                gapStart = Math.Max(gapStart, row[0].Right);
            }
            else if (row.Count == 1 && row[0].Left > gapStart)
            {
                right.Add(row[0]);
                gapEnd = Math.Min(gapEnd, row[0].Left);
            }
            else
            {
                break;
            }
        }

        return new Columns(left, right, end);
    }

    private static bool IsNear(List<PdfLine> above, List<PdfLine> below) =>
        below.Min(segment => segment.Top) - above.Max(segment => segment.Bottom) < FarApart * Math.Max(above[0].Height, below[0].Height);

    /// <summary>A row of one block: a table's row keeps its gaps.</summary>
    private static PdfLine Joined(List<PdfLine> row) => row.Count == 1 ? row[0] : new PdfLine([.. row.SelectMany(segment => segment.Words)]);

    private static IEnumerable<IReadOnlyList<PdfLine>> Apart(List<PdfLine> lines)
    {
        var block = new List<PdfLine>();
        foreach (var line in lines)
        {
            if (block.Count > 0 && line.Top - block[^1].Bottom > BlockGap * Math.Max(line.Height, block[^1].Height))
            {
                yield return block;
                block = [];
            }

            block.Add(line);
        }

        if (block.Count > 0)
        {
            yield return block;
        }
    }
}
