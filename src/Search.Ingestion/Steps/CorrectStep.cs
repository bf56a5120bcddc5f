using Search.Documents;
using Search.Documents.Catalogues;
using Search.Ingestion.Corrections;

namespace Search.Ingestion.Steps;

/// <summary>What people corrected in the documents of a file, or that it holds none.</summary>
internal sealed class CorrectStep(CorrectionIndex corrections, Catalogue catalogue) : IIngestionStep
{
    /// <summary>Code of a file that a person said to be no document.</summary>
    public const string NoDocument = DocumentCorrections.NotADocument;

    public string Name => "correct";

    public void Run(IngestionItem item, CancellationToken ct)
    {
        if (corrections.NoDocument(item.Sha256) is { } correction)
        {
            throw new FileRefusedException(
                NoDocument, $"{correction.Shown} xác định tệp này không phải là văn bản.", $"{correction.Shown} said that this file is no document.");
        }

        item.Documents = [.. item.Documents.Select(document => Corrected(document, item.Source!.Text))];
    }

    private Document Corrected(Document document, string source)
    {
        var standing = corrections.Of(document);
        return RepairCorrections.Apply(DocumentCorrections.Apply(document, standing, catalogue), source, standing);
    }
}
