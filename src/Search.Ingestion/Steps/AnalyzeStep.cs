using Search.Citations;

namespace Search.Ingestion.Steps;

/// <summary>Split, describe and outline: the documents of a file with letterhead and passages.</summary>
internal sealed class AnalyzeStep(CitationAnalysis analysis) : IIngestionStep
{
    public string Name => "describe";

    public void Run(IngestionItem item, CancellationToken ct)
    {
        item.Documents = analysis.Describe(item.Source!, ct);
        if (item.Documents.Count == 0)
        {
            throw new FileRefusedException(
                "no-document", "Không tìm thấy văn bản nào trong tệp.", "No document was found in the file.");
        }
    }
}
