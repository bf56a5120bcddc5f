using Search.Citations;
using Search.Ingestion.Corrections;

namespace Search.Ingestion.Steps;

/// <summary>Split, describe and outline: the documents of a file with letterhead and passages.</summary>
internal sealed class AnalyzeStep(CitationAnalysis analysis, CorrectionIndex corrections) : IIngestionStep
{
    public string Name => "describe";

    public void Run(IngestionItem item, CancellationToken ct)
    {
        item.Corrections = corrections.Changes;
        item.Uncut = [];
        item.Documents = analysis.Describe(item.Source!, ct);
        if (corrections.Extents(item.Sha256, item.Path) is { Count: > 0 } said && ExtentCorrections.Decided(item.Source!.Text, said) is { Count: > 0 } decided)
        {
            // What a person cut off may bear a mark of secrecy, which holds for the file as it is.
            item.Uncut = item.Documents;
            item.Documents = analysis.Describe(item.Source!, [.. decided.Select(one => one.Span)], ct);
        }

        if (item.Documents.Count == 0)
        {
            throw new FileRefusedException(
                "no-document", "Không tìm thấy văn bản nào trong tệp.", "No document was found in the file.");
        }
    }
}
