namespace Search.Documents.Letterheads;

/// <summary>
/// Finds where the documents of a file begin and end. A document begins at a letterhead, or, after the signature of
/// the one before, at the heading of a type. Annexes, copy stamps and stamps of incoming mail begin none.
/// </summary>
internal static class DocumentSplitter
{
    /// <summary>The documents of a source in reading order; none when it holds no text outside its front matter.</summary>
    /// <param name="sheet">The source.</param>
    /// <param name="isOne">Whether it is known to be one document, whatever letterheads stand in it.</param>
    public static IReadOnlyList<DocumentDraft> Split(Sheet sheet, bool isOne = false)
    {
        if (sheet.Count == 0)
        {
            return [];
        }

        return RecordReader.IsRecord(sheet)
            ? [DraftBuilder.Whole(sheet)]
            : new SplitRun(sheet, isOne).Split();
    }
}
