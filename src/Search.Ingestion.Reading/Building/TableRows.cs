using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>
/// Tables do two things in these papers. A table of figures is read row by row. The head of a paper is laid out in a
/// table as well, issuer and number on the left, motto and date on the right, several lines a cell: read row by row
/// its lines would run together, so such cells are read one after the other, line by line. A row of one cell is a frame
/// around text.
/// </summary>
internal static class TableRows
{
    /// <summary>More columns with text than this are no layout.</summary>
    private const int MaxLayoutCells = 2;

    /// <param name="cells">The cells of one row with what stands in them.</param>
    /// <param name="number">Number of the row in its table, from 1.</param>
    /// <param name="add">Takes the pieces that the row becomes.</param>
    public static void Add(IReadOnlyList<IReadOnlyList<Piece>> cells, int number, Action<Piece> add)
    {
        var filled = cells.Count(cell => cell.Count > 0);
        if (filled == 0)
        {
            return;
        }

        var isLayout = filled <= MaxLayoutCells && (cells.Count == 1 || cells.Any(HasLines));
        if (isLayout)
        {
            foreach (var piece in cells.SelectMany(cell => cell).SelectMany(Lines))
            {
                add(piece);
            }

            return;
        }

        var page = cells.SelectMany(cell => cell).First().Page;
        add(new Piece(BlockKind.TableRow, string.Join('\t', cells.Select(cell => string.Join(' ', cell.Select(Flat)))), number, page));
    }

    private static bool HasLines(IReadOnlyList<Piece> cell) =>
        cell.Count > 1 || (cell.Count == 1 && cell[0].Text.Trim().Contains('\n', StringComparison.Ordinal));

    private static string Flat(Piece piece) => piece.Text.Trim().Replace('\n', ' ').Replace('\t', ' ');

    /// <summary>Each line of a layout cell stands for itself: the number under the issuer, the date under the motto.</summary>
    private static IEnumerable<Piece> Lines(Piece piece) => piece.Kind == BlockKind.Paragraph
        ? piece.Text.Split('\n').Select(line => piece with { Text = line })
        : [piece];
}
