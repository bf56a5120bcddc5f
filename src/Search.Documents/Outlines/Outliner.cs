using Search.Documents.Catalogues;
using Search.Documents.Letterheads;
using Search.Documents.Outlines;

namespace Search.Documents;

/// <summary>Finds the sections of a document's running text and annexes, and the passages that searching works on.</summary>
public sealed class Outliner(Catalogue catalogue)
{
    /// <summary>A copy of the document with <see cref="Document.Outline"/> and <see cref="Document.Passages"/>.</summary>
    /// <param name="source">The source the document was read from.</param>
    /// <param name="document">A result of <see cref="LetterheadReader.Describe(SourceText, DocumentDraft)"/>.</param>
    public Document Outline(SourceText source, Document document) =>
        OutlineBuilder.Outline(new Sheet(source, catalogue), document);
}
