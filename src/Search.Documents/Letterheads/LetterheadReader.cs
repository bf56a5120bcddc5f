using Search.Documents.Catalogues;
using Search.Documents.Letterheads;

namespace Search.Documents;

/// <summary>
/// Reads what the head and foot of a document say: number, type, issuer, level, province, place, date, title,
/// addressees, recipients, signature, secrecy. What they do not say is inferred only with a reason
/// (<see cref="Document.Inferences"/>) or stays unknown.
/// </summary>
public sealed class LetterheadReader(Catalogue catalogue)
{
    /// <summary>Describes one document of a source.</summary>
    /// <param name="source">The source the draft was cut from.</param>
    /// <param name="draft">One result of <see cref="DocumentSplitter.Split(SourceText)"/>.</param>
    public Document Describe(SourceText source, DocumentDraft draft) => Describe(new Sheet(source, catalogue), draft);

    internal static Document Describe(Sheet sheet, DocumentDraft draft) => sheet.Source.Metadata.Count > 0
        ? RecordReader.Describe(sheet, draft)
        : new Description(sheet, draft).Build();
}
