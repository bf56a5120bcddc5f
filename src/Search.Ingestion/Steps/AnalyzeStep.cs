using Search.Documents;

namespace Search.Ingestion.Steps;

/// <summary>Split, describe and outline: the documents of a file with letterhead and passages.</summary>
internal sealed class AnalyzeStep(DocumentAnalysis analysis) : IIngestionStep
{
    public string Name => "describe";

    public void Run(IngestionItem item, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        item.Documents = analysis.Analyze(item.Source!);
        if (item.Documents.Count == 0)
        {
            throw new FileRefusedException(
                "no-document", "Không tìm thấy văn bản nào trong tệp.", "No document was found in the file.");
        }
    }
}
