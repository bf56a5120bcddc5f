using Search.Ingestion.Containers;
using Search.Ingestion.Discovery;
using Search.Ingestion.Projection;
using Search.Ingestion.Steps;
using Search.Store;

namespace Search.Ingestion.Running;

/// <summary>
/// One run over the paths an operator gave. Files are analysed side by side, stored one after the other in the order of
/// their paths, so that the same files give the same store however many processors there are, and the index follows
/// beside them.
/// </summary>
internal sealed class IngestionRun(
    IKnowledgeBase store,
    Action catchUp,
    IngestionPipeline pipeline,
    FormatReaders readers,
    IReadOnlyList<IContainerReader> containers,
    KnowledgeOptions options,
    Func<FoundFile, bool>? isSettled,
    RunReport report)
{
    /// <summary>Files of one transaction: more save no more time, and what is not on disk yet is not acknowledged.</summary>
    private const int MaxBatch = 64;

    private readonly FileAnalyser _analyser = new(pipeline, readers, options);

    public async Task<IngestSummary> RunAsync(IEnumerable<string> paths, CancellationToken ct)
    {
        var scan = new FolderScanner(store, readers).Scan(paths, ct);
        var known = new KnownFiles(store);
        foreach (var path in scan.Gone) known.AddGone(path);
        var files = isSettled is null ? scan.Files : [.. scan.Files.Where(isSettled)];
        report.Total = files.Count + scan.Problems.Count;

        var writer = new BatchWriter(store, pipeline, _analyser, known, options, report);
        var index = new ProjectionFollower(catchUp, options.IndexEvery, options.Clock);
        var work = new WorkList(known, containers, options).Of(scan, files, ct);
        var isStopped = await TakeInAsync(work, known, writer, index, ct).ConfigureAwait(false);
        if (!isStopped) RemoveGone(writer, known);
        await FinishIndexAsync(index).ConfigureAwait(false);
        return report.Summary(store.Revision, store.Statistics().OpenCitations, isStopped);
    }

    /// <returns>True when a stop was asked for and files were left.</returns>
    private async Task<bool> TakeInAsync(
        IEnumerable<WorkItem> work, KnownFiles known, BatchWriter writer, ProjectionFollower index, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var queue = new AnalysisQueue(_analyser, known, options);
        var feeding = Task.Run(() => queue.FeedAsync(work, end.Token), CancellationToken.None);
        try
        {
            while (await queue.TakeAsync(MaxBatch, ct).ConfigureAwait(false) is { Count: > 0 } batch)
            {
                writer.Write(batch);
                if (batch.Any(analysed => analysed.Work.Known is null)) index.Note();
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return true;
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await feeding.ConfigureAwait(false);
        }

        return ct.IsCancellationRequested;
    }

    private static void RemoveGone(BatchWriter writer, KnownFiles known)
    {
        foreach (var paths in known.Gone.Chunk(MaxBatch)) writer.Remove(paths);
    }

    private async Task FinishIndexAsync(ProjectionFollower index)
    {
        try
        {
            await index.FinishAsync().ConfigureAwait(false);
        }
        catch (IOException error) when (error is not StoreDamagedException)
        {
            // What was acknowledged is in the store; the index takes up from its own revision when there is room again.
            report.Tell("index", IngestOutcome.Failed, Refusals.IndexFailed(error));
        }
    }
}
