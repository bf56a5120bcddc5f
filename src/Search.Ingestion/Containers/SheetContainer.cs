namespace Search.Ingestion.Containers;

/// <summary>
/// Spreadsheets that are lists of documents: a line of headings, of which one holds the texts, within the first lines of a
/// sheet. Each row below it is a document under what stands above the list and around the sheets. A workbook that is no list
/// is one document, whose tables are read row by row.
/// </summary>
internal sealed class SheetContainer(FormatReaders readers) : IContainerReader
{
    /// <summary>Lists of offices have a title and some notes above their headings.</summary>
    private const int MaxRowsAbove = 12;

    /// <summary>Lines that a workbook shows outside its cells: names of sheets, headers, footers, text boxes.</summary>
    private const int MaxMargins = 100;

    public IReadOnlyCollection<string> Extensions { get; } = [".xlsx", ".xlsm", ".xlsb", ".xls"];

    public IEnumerable<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, string folder, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (readers.For("a.xlsx") is not { } reader)
        {
            yield break;
        }

        // What cannot be read is refused as the document that it would be.
        var rows = reader.TryRead("a.xlsx", bytes, out var text, out _) ? text.Blocks : [];
        IReadOnlyList<string>? headings = null;
        int number = 0, above = 0;
        var margins = text?.Beside.Take(MaxMargins).ToList() ?? [];
        var title = new List<string>();
        var heading = "";
        foreach (var block in rows)
        {
            ct.ThrowIfCancellationRequested();
            var cells = block.Cells.Select(cell => cell.Slice(text!.Text).ToString()).ToList();
            if (block.Level == 1)
            {
                (headings, above) = (null, 0); // the next sheet
                title.Clear();
            }

            if (headings is not null)
            {
                yield return ListRow.Entry(++number, headings.Zip(cells, KeyValuePair.Create), folder) with { Heading = heading };
            }
            else if (above++ < MaxRowsAbove && ListHeadings.IsList(cells) && cells.Count(cell => cell.Length > 0) > 1)
            {
                headings = cells;
                heading = string.Join('\n', margins.Concat(title));
            }
            else if (above <= MaxRowsAbove)
            {
                title.AddRange(cells);
            }
        }

        if (number == 0)
        {
            yield return ContainerEntry.Itself(bytes);
        }
    }
}
