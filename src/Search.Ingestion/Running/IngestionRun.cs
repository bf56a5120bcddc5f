using Search.Ingestion.Containers;
using Search.Ingestion.Corrections;
using Search.Ingestion.Discovery;
using Search.Ingestion.Projection;
using Search.Store;

namespace Search.Ingestion.Running;

/// <summary>
/// One run over the paths an operator gave. Files are analyzed side by side, stored one after the other in the order of
/// their paths, so that the same files give the same store however many processors there are, and the index follows
/// beside them. What takes minutes to read is deferred until the rest is in, and is then read without keeping other runs
/// from writing.
/// </summary>
internal sealed class IngestionRun(
    IDocumentStore store,
    WriterTurns turns,
    DeferredReads longReads,
    Action catchUp,
    IngestionPipeline pipeline,
    FormatReaders readers,
    IReadOnlyList<IContainerReader> containers,
    OriginalSources originals,
    KnowledgeOptions options,
    RunReport report,
    CorrectionIndex corrections)
{
    /// <summary>Files of one transaction: more save no more time, and what is not on disk yet is not acknowledged.</summary>
    private const int MaxBatch = 64;

    private readonly FileAnalyzer _analyser = new(pipeline, readers, options);
    private readonly ProjectionFollower _index = new(catchUp, options.IndexEvery, options.Clock);
    private readonly List<WorkItem> _putOff = [];

    /// <summary>Whether a file is no longer being written; null where all are.</summary>
    public Func<FoundFile, bool>? IsStable { get; init; }

    /// <summary>Decides whether files that are gone are taken out; null where a person asked for the run.</summary>
    public VanishedFiles? Vanished { get; init; }

    /// <summary>Notified, when files were deferred, once all others are in and can be found.</summary>
    public Action? OnDeferred { get; init; }

    /// <summary>Files of the store to be read again from their kept copy.</summary>
    public IReadOnlyList<StoredFile> Again { get; init; } = [];

    public async Task<IngestSummary> RunAsync(IEnumerable<string> paths, CancellationToken ct)
    {
        bool isStopped;
        try
        {
            using (await turns.TakeAsync(ct).ConfigureAwait(false))
            {
                isStopped = await TakeInAsync(paths, ct).ConfigureAwait(false);
            }

            await FinishIndexAsync().ConfigureAwait(false);
            if (_putOff.Count > 0 && !isStopped)
            {
                OnDeferred?.Invoke();
                isStopped = await IngestDeferredAsync(ct).ConfigureAwait(false);
                await FinishIndexAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            foreach (var work in _putOff)
            {
                longReads.End(work);
            }
        }

        return report.Summary(store.Revision, store.Statistics().OpenCitations, isStopped);
    }

    /// <returns>True when a stop was asked for and files were left.</returns>
    private async Task<bool> TakeInAsync(IEnumerable<string> paths, CancellationToken ct)
    {
        var scan = new FolderScanner(store, readers).Scan(paths, ct);
        var known = new KnownFiles(store, corrections);
        foreach (var path in scan.Gone)
        {
            known.AddGone(path);
        }

        if (IsStable is not null)
        {
            scan.Files.Keep(IsStable);
        }

        var again = KeptToReadAgain(scan, known);
        OpenCorrected(scan, known, again);
        report.Total = scan.Files.Count + scan.Problems.Count + again.Count;

        var writer = new BatchWriter(store, pipeline, _analyser, known, originals, options, report);
        var work = new WorkList(known, containers, options, IsStable is null ? store.IsSound : null).Of(scan, ct).Concat(again).Where(item => !longReads.HasBegun(item));
        var queue = new AnalysisQueue(_analyser, known, options, new SemaphoreSlim(options.Places));
        try
        {
            var isStopped = await DrainAsync(
                queue,
                work,
                batch =>
                {
                    Write(writer, batch);
                    return Task.CompletedTask;
                },
                ct).ConfigureAwait(false);
            if (isStopped)
            {
                return true;
            }

            var going = Vanished is null ? known.Gone : Vanished.MayGo(known.Gone, known.CountByRoot());
            foreach (var gone in going.Chunk(MaxBatch))
            {
                writer.Remove(gone);
            }

            return false;
        }
        finally
        {
            writer.ReleaseOriginals();
        }
    }

    /// <summary>Opens the links of the corrected files that are read again now: one after the other, each would find the stub that the
    /// others still cite, and link to it as if somebody had said it.</summary>
    private void OpenCorrected(FolderScan scan, KnownFiles known, IReadOnlyList<WorkItem> again)
    {
        var kept = again.Select(item => item.Path).ToHashSet(StringComparer.Ordinal);
        var corrected = known.Corrected.Where(path => scan.Files.Contains(ContainerPaths.Outer(path)) || kept.Contains(path)).ToList();
        if (corrected.Count > 0)
        {
            store.WriteTogether(changes => corrected.ForEach(changes.OpenLinks));
        }
    }

    /// <summary>What an older version read and only the kept copy is left of, but for what a look just found gone.</summary>
    private List<WorkItem> KeptToReadAgain(FolderScan scan, KnownFiles known)
    {
        var gone = scan.Gone.ToHashSet(StringComparer.Ordinal);
        List<WorkItem> again = [
            .. Again.Select(originals.Kept),
            .. IsStable is null ? originals.OnlyKept(known.Older.Where(file => !gone.Contains(file.Path))) : [],
        ];
        foreach (var item in again)
        {
            known.Forget(item.Path);
        }

        return [.. again.DistinctBy(item => item.Path, StringComparer.Ordinal)];
    }

    /// <summary>What was deferred is written by turns with other runs, and only if it is still what was read.</summary>
    private Task<bool> IngestDeferredAsync(CancellationToken ct) => DrainAsync(
        new AnalysisQueue(_analyser, new KnownFiles(store, corrections), options, longReads.Places),
        _putOff.Select(work => work with { MayTakeLong = true }),
        async batch =>
        {
            using var turn = await turns.TakeAsync(ct).ConfigureAwait(false);
            var writer = new BatchWriter(store, pipeline, _analyser, new KnownFiles(store, corrections), originals, options, report);
            Write(writer, [.. batch.Select(FileAnalyzer.IfUnchanged)]);
            writer.ReleaseOriginals();
            foreach (var analyzed in batch)
            {
                longReads.End(analyzed.Work);
            }
        },
        ct);

    /// <returns>True when a stop was asked for and files were left.</returns>
    private static async Task<bool> DrainAsync(
        AnalysisQueue queue, IEnumerable<WorkItem> work, Func<IReadOnlyList<AnalyzedFile>, Task> write, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var feeding = Task.Run(() => queue.FeedAsync(work, end.Token), CancellationToken.None);
        try
        {
            while (await queue.TakeAsync(MaxBatch, ct).ConfigureAwait(false) is { Count: > 0 } batch)
            {
                await write(batch).ConfigureAwait(false);
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

    private void Write(BatchWriter writer, IReadOnlyList<AnalyzedFile> batch)
    {
        var ready = new List<AnalyzedFile>(batch.Count);
        foreach (var analyzed in batch)
        {
            if (!analyzed.Deferred)
            {
                ready.Add(analyzed);
            }
            else if (longReads.TryBegin(analyzed.Work))
            {
                _putOff.Add(analyzed.Work with { Load = analyzed.Work.Reload ?? analyzed.Work.Load });
            }
        }

        if (ready.Count == 0)
        {
            return;
        }

        writer.Write(ready);
        if (ready.Any(analyzed => analyzed.Work.Known is null))
        {
            _index.Note();
        }
    }

    private async Task FinishIndexAsync()
    {
        try
        {
            await _index.FinishAsync().ConfigureAwait(false);
        }
        catch (IOException error)
        {
            // What was acknowledged is in the store; the index takes up from its own revision when there is room again.
            report.Tell("index", IngestOutcome.Failed, Refusals.IndexFailed(error));
        }
    }
}
