using Search.Ingestion.Containers;
using Search.Ingestion.Discovery;
using Search.Ingestion.Steps;
using Search.Store;

namespace Search.Ingestion.Running;

/// <summary>
/// One run over the paths an operator gave. Files are analysed side by side and stored one after the other in the
/// order of their paths, so that the same files give the same store however many processors there are.
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
    /// <summary>Bytes of files that are being analysed at one time; one larger file goes alone.</summary>
    private const long MaxBytesInFlight = 32L << 20;

    private readonly FileAnalyser _analyser = new(pipeline, options);
    private readonly Dictionary<string, StoredFile> _stored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QuarantineEntry> _refused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _goneByHash = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _gone = new(StringComparer.Ordinal);
    private int _sinceCommit;

    public async Task<IngestSummary> RunAsync(IEnumerable<string> paths, CancellationToken ct)
    {
        var scan = new FolderScanner(store, readers).Scan(paths, ct);
        foreach (var file in store.Files()) _stored[file.Path] = file;
        foreach (var entry in store.Quarantine()) _refused[entry.Path] = entry;
        foreach (var path in scan.Gone) AddGone(path);
        var files = isSettled is null ? scan.Files : [.. scan.Files.Where(isSettled)];
        report.Total = files.Count + scan.Problems.Count;
        foreach (var problem in scan.Problems) Tell(problem);

        var isStopped = await TakeInAsync(Work(files, ct), ct).ConfigureAwait(false);
        if (!isStopped) RemoveGone();
        catchUp();
        return report.Summary(store.Revision, store.Statistics().OpenCitations, isStopped);
    }

    /// <summary>What has to be looked into; what is known by size and time is told at once.</summary>
    private IEnumerable<WorkItem> Work(IEnumerable<FoundFile> files, CancellationToken ct)
    {
        foreach (var file in files)
        {
            var extension = Path.GetExtension(file.Path).ToLowerInvariant();
            if (_stored.TryGetValue(file.Path, out var stored) && IsSame(file, stored.Size, stored.Modified, stored.IngestedAt))
            {
                report.Tell(file.Path, IngestOutcome.Unchanged);
            }
            else if (_refused.TryGetValue(file.Path, out var refused) && !IsWorthTrying(refused)
                && IsSame(file, refused.Size, refused.Modified, refused.At))
            {
                TellAgain(refused);
            }
            else if (containers.FirstOrDefault(reader => reader.Extensions.Contains(extension, StringComparer.Ordinal)) is { } container)
            {
                foreach (var inner in Inner(file, container, ct)) yield return inner;
            }
            else
            {
                yield return new WorkItem(file.Path, file.Size, file.Modified, token => FileAnalyser.Read(file, token));
            }
        }
    }

    /// <summary>What lies in a container. It is opened in every run: only its entries' hashes tell what changed.</summary>
    private IEnumerable<WorkItem> Inner(FoundFile file, IContainerReader container, CancellationToken ct)
    {
        var gone = _stored.Keys.Where(path => ContainerPaths.IsInner(path, file.Path)).ToHashSet(StringComparer.Ordinal);
        using var entries = Entries(file, container, ct).GetEnumerator();
        while (true)
        {
            WorkItem next;
            try
            {
                if (!entries.MoveNext()) break;
                next = entries.Current;
            }
            catch (FileRefusedException refusal)
            {
                gone.Clear();
                if (refusal.Step.Length == 0) refusal.Step = "open";
                next = new WorkItem(file.Path, file.Size, file.Modified, _ => [], refusal);
            }

            gone.Remove(next.Path);
            yield return next;
        }

        foreach (var path in gone) AddGone(path);
    }

    private IEnumerable<WorkItem> Entries(FoundFile file, IContainerReader container, CancellationToken ct)
    {
        if (file.Size > options.MaxFileBytes) throw Refusals.FileTooLarge(file.Size, options.MaxFileBytes);
        var bytes = FileAnalyser.Read(file, ct);
        foreach (var entry in container.Open(bytes, Path.GetDirectoryName(file.FullPath)!, ct))
        {
            if (entry.Refusal is { } refusal) refusal.Step = "open";
            yield return new WorkItem(
                ContainerPaths.Inner(file.Path, entry.Name), entry.Bytes.Length, file.Modified, _ => entry.Bytes, entry.Refusal);
        }
    }

    private void AddGone(string path)
    {
        _gone.Add(path);
        _goneByHash[_stored[path].Sha256] = path;
    }

    /// <summary>A file written within the clock's grain of its last reading may have changed under the same time.</summary>
    private static bool IsSame(FoundFile file, long size, DateTimeOffset modified, DateTimeOffset readAt) =>
        file.Size == size && file.Modified == modified && readAt - modified > TimeSpan.FromSeconds(2);

    /// <summary>What was refused for want of a tool may go in once the tool is there.</summary>
    private static bool IsWorthTrying(QuarantineEntry entry) => entry.Code.StartsWith("needs-", StringComparison.Ordinal);

    private async Task<bool> TakeInAsync(IEnumerable<WorkItem> work, CancellationToken ct)
    {
        var width = options.Parallelism > 0 ? options.Parallelism : Environment.ProcessorCount;
        var running = new Queue<(WorkItem Work, Task<Analysed> Task)>();
        var bytes = 0L;
        foreach (var next in work)
        {
            if (ct.IsCancellationRequested) break;
            while (running.Count > 0 && (running.Count > width || bytes + next.Size > MaxBytesInFlight))
            {
                bytes -= running.Peek().Work.Size;
                if (!await StoreNextAsync(running.Dequeue().Task, ct).ConfigureAwait(false)) return true;
            }

            bytes += next.Size;
            running.Enqueue((next, StartAsync(next, ct)));
        }

        while (running.Count > 0)
        {
            if (!await StoreNextAsync(running.Dequeue().Task, ct).ConfigureAwait(false)) return true;
        }

        return ct.IsCancellationRequested;
    }

    private Task<Analysed> StartAsync(WorkItem work, CancellationToken ct) => work.Refusal is { } refusal
        ? Task.FromResult(Analysed.From(work, refusal))
        : work.Size > options.MaxFileBytes
        ? Task.FromResult(new Analysed(work, null, Refusals.FileTooLarge(work.Size, options.MaxFileBytes)))
        : _analyser.AnalyseAsync(work, hash => IsKnown(work.Path, hash), ct);

    private bool IsKnown(string path, string hash) =>
        (_stored.TryGetValue(path, out var stored) && string.Equals(stored.Sha256, hash, StringComparison.Ordinal))
        || (_refused.TryGetValue(path, out var refused) && !IsWorthTrying(refused)
            && string.Equals(refused.Sha256, hash, StringComparison.Ordinal))
        || (!_stored.ContainsKey(path) && _goneByHash.ContainsKey(hash));

    /// <returns>False when a stop was asked for.</returns>
    private async Task<bool> StoreNextAsync(Task<Analysed> task, CancellationToken ct)
    {
        Analysed analysed;
        try
        {
            analysed = await task.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return false;
        }

        try
        {
            Settle(analysed);
        }
        catch (Exception error) when (error is IOException and not StoreDamagedException)
        {
            // The disk is full or fails: the store is as it was before this file, and so the file stays to be done.
            report.Tell(analysed.Work.Path, IngestOutcome.Failed, Refusals.StoreFailed(error));
        }

        if (++_sinceCommit >= options.FilesPerCommit)
        {
            _sinceCommit = 0;
            catchUp();
        }

        return true;
    }

    private void Settle(Analysed analysed)
    {
        var (work, item, refusal, failure) = analysed;
        if (failure is not null)
        {
            report.Tell(work.Path, IngestOutcome.Failed, failure);
        }
        else if (refusal is not null)
        {
            Refuse(work, item, refusal);
        }
        else if (_stored.TryGetValue(work.Path, out var stored)
            && string.Equals(stored.Sha256, item!.Sha256, StringComparison.Ordinal))
        {
            if (stored.Modified != work.Modified) store.Touch(work.Path, work.Modified);
            report.Tell(work.Path, IngestOutcome.Unchanged);
        }
        else if (item!.Documents.Count == 0 && _goneByHash.Remove(item.Sha256, out var from))
        {
            _gone.Remove(from);
            store.Move(from, work.Path);
            store.Touch(work.Path, work.Modified);
            report.Tell(work.Path, IngestOutcome.Unchanged);
        }
        else if (item.Documents.Count == 0 && _refused.TryGetValue(work.Path, out var refused))
        {
            TellAgain(refused);
        }
        else
        {
            Store(work, item);
        }
    }

    private void Store(WorkItem work, IngestionItem item)
    {
        try
        {
            IngestionPipeline.Run(pipeline.Ordered, item, CancellationToken.None);
        }
        catch (FileRefusedException refusal)
        {
            Refuse(work, item, refusal);
            return;
        }

        var citations = item.Analyzed.SelectMany(document => document.Citations).ToList();
        report.Tell(new IngestEvent
        {
            Path = work.Path,
            Outcome = IngestOutcome.Ingested,
            Documents = item.Stored!.Documents,
            Citations = citations.Count,
            OpenCitations = citations.Count(citation => citation.Target is null),
            Relinked = item.Stored.Relinked,
            Done = 0,
            Total = 0,
        });
    }

    private void Refuse(WorkItem work, IngestionItem? item, FileRefusedException refusal)
    {
        if (_refused.TryGetValue(work.Path, out var before) && before.Modified == work.Modified
            && string.Equals(before.Code, refusal.Code, StringComparison.Ordinal))
        {
            TellAgain(before);
            return;
        }

        var isSecret = string.Equals(refusal.Code, SecrecyStep.Code, StringComparison.Ordinal);
        store.AddToQuarantine(
            new QuarantineEntry
            {
                Path = work.Path,
                Sha256 = item?.Sha256 ?? "",
                Size = item?.Size ?? work.Size,
                Modified = work.Modified,
                Step = refusal.Step,
                Code = refusal.Code,
                Reason = refusal.Reason,
                ReasonEnglish = refusal.Message,
                At = options.Clock.GetUtcNow(),
            },
            takeOut: isSecret);
        report.Tell(work.Path, IngestOutcome.Quarantined, refusal);
    }

    private void TellAgain(QuarantineEntry entry) => report.Tell(
        entry.Path,
        IngestOutcome.Quarantined,
        new FileRefusedException(entry.Code, entry.Reason, entry.ReasonEnglish) { Step = entry.Step });

    private void Tell(ScanProblem problem)
    {
        var reason = new FileRefusedException(problem.Code, problem.Reason, problem.ReasonEnglish) { Step = "find" };
        if (problem.IsRefused)
        {
            Refuse(new WorkItem(problem.Path, 0, DateTimeOffset.UnixEpoch, _ => []), null, reason);
        }
        else
        {
            report.Tell(problem.Path, IngestOutcome.Failed, reason);
        }
    }

    private void RemoveGone()
    {
        foreach (var path in _gone)
        {
            store.Remove(path);
            report.Tell(path, IngestOutcome.Removed);
        }
    }
}
