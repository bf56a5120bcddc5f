namespace Search.Documents.Letterheads;

/// <summary>
/// Reads what the head and foot of a document say: number, type, issuer, level, province, place, date, title,
/// addressees, recipients, signature, secrecy. What they do not say is inferred only with a reason
/// (<see cref="Document.Inferences"/>) or stays unknown.
/// </summary>
internal static class LetterheadReader
{
    /// <summary>Describes one document of a source.</summary>
    public static Document Describe(Sheet sheet, DocumentDraft draft) => RecordReader.IsRecord(sheet)
        ? RecordReader.Describe(sheet, draft)
        : new Description(sheet, draft).Build();
}
