using Search.Ingestion.Corrections;

namespace Search.Ingestion.Steps;

/// <summary>What was made of a file before somebody corrected something, or took it back, is made again: in its transaction nobody
/// corrects any more, and afterwards the file counts as read with all that was said before.</summary>
internal sealed class CurrentStep(CorrectionIndex corrections, IReadOnlyList<IIngestionStep> understand) : IIngestionStep
{
    public string Name => "correct";

    public void Run(IngestionItem item, CancellationToken ct)
    {
        if (corrections.Changes != item.Corrections)
        {
            IngestionPipeline.Run(understand, item, ct);
        }
    }
}
