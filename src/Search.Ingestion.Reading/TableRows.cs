using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>
/// Tables do two things in these papers. A table of figures is read row by row. The head of a paper is laid out in a
/// table as well, issuer and number on the left, motto and date on the right, several lines a cell: read row by row
/// its lines would run together, so such cells are read one after the other, line by line.
/// </summary>
internal static class TableRows
{
    public static void Add(SourceBuilder builder, IReadOnlyList<string> cells)
    {
        var isLayout = cells.Count > 1 && cells.Any(cell => cell.Trim().Contains('\n', StringComparison.Ordinal));
        if (!isLayout)
        {
            builder.Add(BlockKind.TableRow, string.Join('\t', cells.Select(cell => cell.Trim().Replace('\n', ' '))));
            return;
        }

        foreach (var line in cells.SelectMany(cell => cell.Split('\n')))
        {
            builder.Add(BlockKind.Paragraph, line);
        }
    }
}
