using Search.Documents.Catalogues;
using Search.Documents.Letterheads;

namespace Search.Documents;

/// <summary>
/// Tells where the documents of a file begin and end. A document begins at a letterhead, or, after the signature of
/// the one before, at the heading of a type. Annexes, copy stamps and stamps of incoming mail begin none.
/// </summary>
public sealed class DocumentSplitter(Catalogue catalogue)
{
    /// <summary>The documents of a source in reading order; none when it holds no text outside its front matter.</summary>
    public IReadOnlyList<DocumentDraft> Split(SourceText source) => Split(new Sheet(source, catalogue));

    internal static IReadOnlyList<DocumentDraft> Split(Sheet sheet)
    {
        if (sheet.Count == 0)
        {
            return [];
        }

        return sheet.Source.Metadata.Count > 0
            ? [DraftBuilder.Whole(sheet)]
            : new SplitRun(sheet).Split();
    }
}
