using Search.Store;

namespace Search.Ingestion.Steps;

/// <summary>One transaction: after it, the file is on disk.</summary>
internal sealed class StoreStep(IKnowledgeBase store, TimeProvider clock) : IIngestionStep
{
    public string Name => "store";

    public void Run(IngestionItem item, CancellationToken ct) => item.Stored = store.Replace(
        new SourceRecord
        {
            Path = item.Path,
            Sha256 = item.Sha256,
            Size = item.Size,
            Modified = item.Modified,
            Encoding = item.Encoding,
            Text = item.Source!.Text,
            IngestedAt = clock.GetUtcNow(),
        },
        item.Analyzed);
}
