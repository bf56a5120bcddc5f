using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>The readers that parse with what others wrote or build trees: they run in a process of their own.</summary>
internal static class Readers
{
    /// <param name="maxLength">Longest text, in UTF-16 code units.</param>
    public static IReadOnlyList<IDocumentReader> Create(int maxLength) =>
        [new MarkdownReader(), new HtmlReader(maxLength), new DocxReader(maxLength), new MhtReader(maxLength), new SheetReader(maxLength)];
}
