using Microsoft.Extensions.Options;
using Search.Api.Collections;
using Search.Api.Settings;
using Search.Ingestion;
using Search.Store;

namespace Search.Api.Hosting;

/// <summary>Takes the corpus in, once a start of the host. What takes minutes to read, as scans do, goes on beside.</summary>
internal sealed partial class StartIngestion(
    CollectionRegistry collections, IOptions<SearchOptions> options, IHostApplicationLifetime lifetime, SharedNode node, ILogger<StartIngestion> log)
{
    private readonly List<Task> _runs = [];
    private int _started;

    /// <summary>Waits for what goes on beside; nothing more is begun after it.</summary>
    public Task FinishAsync() => Task.WhenAll(_runs);

    public async Task RunAsync(CancellationToken stop)
    {
        // Of the hosts that share a store one ingests: the others may hold other folders under the same names.
        if (!node.Leads || Interlocked.Exchange(ref _started, 1) == 1)
        {
            return;
        }

        var corpus = options.Value.IngestOnStart ? options.Value.Corpus : null;
        if (corpus is not null && !Directory.Exists(corpus))
        {
            NoCorpus(corpus);
            corpus = null;
        }

        foreach (var collection in collections.All)
        {
            // Without a path, too: of what is kept some may be of an older reading.
            var paths = Paths(collection.System, corpus);

            var isDeferred = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var run = RunAsync(collection.System, paths, isDeferred.SetResult, stop);
            _runs.Add(run);
            await Task.WhenAny(run, isDeferred.Task);
        }
    }

    // The corpus with the uploads, and whatever an older version read, wherever it came from.
    private static List<string> Paths(KnowledgeBase system, string? corpus)
    {
        List<string> paths = corpus is null ? [] : [corpus];
        if (corpus is not null && Directory.Exists(system.UploadFolder))
        {
            paths.Add(system.UploadFolder);
        }

        paths.AddRange(system.OlderSources().Where(file => !paths.Exists(folder => IsInside(file, folder))));
        return paths;
    }

    private static bool IsInside(string file, string folder) =>
        file.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private async Task RunAsync(KnowledgeBase system, List<string> paths, Action onDeferred, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, lifetime.ApplicationStopping);
        try
        {
            if (paths.Count > 0)
            {
                Begins(paths[0], paths.Count);
            }

            var summary = await system.IngestUnattendedAsync(paths, new Progress(this), onDeferred, end.Token);
            await system.KeepOriginalsAsync(end.Token);
            Done(summary.Ingested, summary.Unchanged, summary.Quarantined, summary.Documents, summary.Elapsed.TotalSeconds);
        }
        catch (StoreBusyException)
        {
            Busy();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The host is going down; the next start goes on where this one stopped.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The watch and the next start try again; the host serves what is there.
            Failed(e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ingesting {First} and {Count} paths in all")]
    private partial void Begins(string first, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Done}/{Total} {Path}: {Outcome} ({Documents} documents, {Citations} citations)")]
    private partial void File(int done, int total, string path, IngestOutcome outcome, int documents, int citations);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path}: {Outcome}, {Reason}")]
    private partial void Refused(string path, IngestOutcome outcome, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Ingested {Ingested} files, {Unchanged} unchanged, {Quarantined} quarantined, {Documents} documents in {Seconds:0.0} s")]
    private partial void Done(int ingested, int unchanged, int quarantined, int documents, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "There is no folder {Corpus}; nothing is ingested")]
    private partial void NoCorpus(string corpus);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another process is writing to the store; nothing is ingested")]
    private partial void Busy();

    [LoggerMessage(Level = LogLevel.Error, Message = "Ingestion failed: {Reason}")]
    private partial void Failed(string reason);

    private sealed class Progress(StartIngestion owner) : IProgress<IngestEvent>
    {
        public void Report(IngestEvent value)
        {
            // That a secret paper is there is told to nobody, and a log is read by many.
            if (value.Outcome is IngestOutcome.Unchanged || value.Code is "secret")
            {
                return;
            }

            if (value.ReasonEnglish is { } reason)
            {
                owner.Refused(Text.PersonalData.MaskPath(value.Path), value.Outcome, reason);
            }
            else
            {
                owner.File(value.Done, value.Total, Text.PersonalData.MaskPath(value.Path), value.Outcome, value.Documents.Count, value.Citations);
            }
        }
    }
}
