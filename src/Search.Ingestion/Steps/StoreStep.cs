using Search.Store;

namespace Search.Ingestion.Steps;

/// <summary>Into the current transaction: the file is on disk, and acknowledged, once that is committed.</summary>
internal sealed class StoreStep(TimeProvider clock) : IIngestionStep
{
    public string Name => "store";

    public void Run(IngestionItem item, CancellationToken ct) => item.Stored = item.Changes!.Replace(
        new SourceRecord
        {
            Path = item.Path,
            Sha256 = item.Sha256,
            Size = item.Size,
            Modified = item.Modified,
            Encoding = item.Encoding,
            Text = item.Source!.Text,
            Reading = ReadingVersion.Current,
            IngestedAt = clock.GetUtcNow(),
        },
        item.Analyzed);
}
