using Search.Documents.Catalogues;
using Search.Documents.Letterheads;
using Search.Documents.Outlines;

namespace Search.Documents;

/// <summary>
/// Split, describe, outline: everything between reading a file and finding its citations. Never throws on any text;
/// time grows with the length of the text.
/// </summary>
public sealed class DocumentAnalysis(Catalogue catalogue)
{
    /// <summary>The documents of a source in reading order; none when it holds no text.</summary>
    public IReadOnlyList<Document> Analyze(SourceText source)
    {
        var sheet = new Sheet(source, catalogue);
        var documents = new List<Document>();
        foreach (var draft in DocumentSplitter.Split(sheet))
        {
            var document = OutlineBuilder.Outline(sheet, LetterheadReader.Describe(sheet, draft));
            documents.Add(document with { Pages = PageStart.Of(source, document.Span) });
        }

        Copies.Link(documents, catalogue);
        return documents;
    }
}
