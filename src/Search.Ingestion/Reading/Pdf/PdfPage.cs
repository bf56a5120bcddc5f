namespace Search.Ingestion.Reading;

/// <summary>What stands on one page: blocks of lines in reading order.</summary>
/// <param name="Number">Number of the page, from 1.</param>
/// <param name="Width">Width of the page, in the unit of its boxes.</param>
/// <param name="Height">Height of the page.</param>
/// <param name="Blocks">Lines that stand together.</param>
internal sealed record PdfPage(int Number, double Width, double Height, IReadOnlyList<IReadOnlyList<PdfLine>> Blocks)
{
    /// <summary>Whether the page was recognized from its image.</summary>
    public bool IsRecognized { get; init; }

    /// <summary>All lines.</summary>
    public IEnumerable<PdfLine> Lines => Blocks.SelectMany(block => block);

    /// <summary>The text of the page, a line a line, without marks.</summary>
    public string PlainText() => string.Join('\n', Lines.Select(line => string.Join(' ', line.Words.Select(word => word.Text))));
}
