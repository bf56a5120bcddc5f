using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Search.Api.Contracts;
using Search.Engine;
using Search.Ingestion;
using Search.Store;

namespace Search.Api.Jobs;

// Longer than most files because accepting, working on and finishing a job share one map of jobs and its lock.

/// <summary>
/// The jobs of one collection: accepted in any number of requests at once, worked on one after the other. An accepted job is on
/// disk and is finished by the next start when this one does not come to it.
/// </summary>
/// <remarks>Longer than most files because accepting, working and remembering a job share one lock and one list.</remarks>
internal sealed class IngestJobs(KnowledgeBase system, TimeProvider clock)
{
    /// <summary>Jobs that may wait; a caller with more comes back later.</summary>
    public const int MostWaiting = 1000;

    /// <summary>Finished jobs that are remembered.</summary>
    public const int MostFinished = 1000;

    private const int MostFiles = 1000;

    /// <summary>How often a job is begun again, a second apart, when its file or the store is at fault, before it is told as failed.</summary>
    private const int MostFailures = 5;

    /// <summary>Reasons of a file that are the machine's: a disk that is full or fails, a folder without rights.</summary>
    private static readonly string[] MachineCodes = ["store", "index", "unreadable"];

    /// <summary>How long a job waits for such a machine: what was accepted comes in once there is room.</summary>
    private static readonly TimeSpan MachineTime = TimeSpan.FromDays(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>No upload takes longer.</summary>
    private static readonly TimeSpan UploadTime = TimeSpan.FromHours(1);
    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly JobFolder _folder = new(system.UploadFolder);
    private readonly SortedDictionary<string, IngestJob> _jobs = new(StringComparer.Ordinal);
    private readonly Channel<string> _queue = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Whether no more jobs are accepted for now.</summary>
    public bool IsFull
    {
        get
        {
            lock (_lock)
            {
                return _jobs.Values.Count(job => !job.IsFinished) >= MostWaiting;
            }
        }
    }

    /// <summary>An id that none has; later ones come after earlier ones.</summary>
    public string NewId() => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");

    /// <summary>The file that the upload of that id is written to, before the job is accepted.</summary>
    public FileStream Receive(string id) => _folder.Receive(id);

    /// <summary>Throws away what was received and not accepted.</summary>
    public void Discard(string id) => _folder.Delete(id);

    /// <summary>Accepts a job: on disk before this returns.</summary>
    public IngestJob Accept(string id, string owner, string name, bool isRetry)
    {
        var job = new IngestJob { Id = id, Owner = owner, Name = name, IsRetry = isRetry, CreatedAt = clock.GetUtcNow() };
        _folder.Save(job);
        lock (_lock)
        {
            _jobs[id] = job;
        }

        _queue.Writer.TryWrite(id);
        return job;
    }

    public bool TryFind(string id, string owner, [NotNullWhen(true)] out IngestJob? job)
    {
        bool isKnown;
        lock (_lock)
        {
            isKnown = _jobs.TryGetValue(id, out job);
        }

        if (!isKnown && system.Store.Shared is not null)
        {
            job = _folder.OfAnotherHost(id);
        }

        return job is not null && string.Equals(job.Owner, owner, StringComparison.Ordinal);
    }

    /// <summary>The jobs of a sender, newest first.</summary>
    public IReadOnlyList<IngestJob> Of(string owner)
    {
        lock (_lock)
        {
            return [.. _jobs.Values.Where(job => string.Equals(job.Owner, owner, StringComparison.Ordinal)).Reverse()];
        }
    }

    /// <summary>Takes up what the last start left, then works job by job until stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        foreach (var job in _folder.Load())
        {
            lock (_lock)
            {
                // One accepted since is known already.
                if (!_jobs.TryAdd(job.Id, job))
                {
                    continue;
                }
            }

            if (!job.IsFinished)
            {
                _queue.Writer.TryWrite(job.Id);
            }
        }

        QuarantineStrays();

        await foreach (var id in _queue.Reader.ReadAllAsync(stop))
        {
            IngestJob job;
            lock (_lock)
            {
                job = _jobs[id] = _jobs[id] with { Status = JobStatus.Running };
            }

            if (ForgetIfTakenOver(id))
            {
                continue;
            }

            try
            {
                if (await WorkAsync(job, stop) is { } files)
                {
                    Finish(job, files);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // It goes to the end of the queue; what was accepted is worked on.
                _queue.Writer.TryWrite(id);
                throw;
            }
        }
    }

    /// <summary>Takes over the unfinished jobs of hosts of a shared store that no longer work.</summary>
    /// <param name="isGone">Whether the host of a name is gone.</param>
    /// <returns>How many jobs were taken over.</returns>
    /// <exception cref="IOException">The folder of uploads cannot be used now; what was not taken over stays where it is.</exception>
    public int TakeOver(Func<string, bool> isGone)
    {
        var taken = _folder.OtherHosts().Where(isGone).SelectMany(_folder.TakeOver).ToList();
        foreach (var job in taken)
        {
            lock (_lock)
            {
                _jobs[job.Id] = job;
            }

            _queue.Writer.TryWrite(job.Id);
        }

        return taken.Count;
    }

    /// <summary>A host that was away for a while, and not gone, leaves a job to whoever took it over.</summary>
    private bool ForgetIfTakenOver(string id)
    {
        if (system.Store.Shared is null || !_folder.IsTakenOver(id))
        {
            return false;
        }

        lock (_lock)
        {
            _jobs.Remove(id);
        }

        return true;
    }

    /// <summary>The lines of a job's files; null where another host does it.</summary>
    private async Task<IReadOnlyList<JobFileLine>?> WorkAsync(IngestJob job, CancellationToken stop)
    {
        var failures = 0;
        while (true)
        {
            if (failures > 0 && ForgetIfTakenOver(job.Id))
            {
                return null;
            }

            var told = new List<IngestEvent>();
            try
            {
                var summary = job.IsRetry
                    ? await system.RetryAsync(job.Name, new Catch(told.Add), stop)
                    : await system.IngestAsync([Publish(job.Id, stop)], new Catch(told.Add), stop);
                // Stopped before its end: the job stays as it is on disk, and the next start takes it up.
                if (summary.Stopped)
                {
                    stop.ThrowIfCancellationRequested();
                }

                // A file that could not be read or indexed for now is tried again like a run that broke off.
                var failed = told.FindAll(one => one.Outcome is IngestOutcome.Failed);
                if (failed.Count > 0 && IsWorthwhile(job, ++failures, failed.TrueForAll(one => MachineCodes.Contains(one.Code, StringComparer.Ordinal))))
                {
                    await Task.Delay(PauseAfter(failures), clock, stop);
                    continue;
                }

                return Lines(told);
            }
            catch (Exception error) when (error is StoreBusyException or IndexBusyException
                || (IsPassing(error) && IsWorthwhile(job, ++failures, isMachine: error is not StoreDamagedException)))
            {
                // Another process is ingesting files and will be through sometime; or the disk is full or fails for now.
                await Task.Delay(PauseAfter(failures), clock, stop);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                if (ForgetIfTakenOver(job.Id))
                {
                    return null;
                }

                return [new JobFileLine(job.Name, "failed", [], "load", "unreadable",
                    $"Không xử lý được tệp: {error.Message}", $"The file could not be worked on: {error.Message}")];
            }
        }
    }

    /// <summary>The name is on disk before the file has it, so that a start after a cut looks for it there.</summary>
    private string Publish(string id, CancellationToken stop)
    {
        IngestJob job;
        lock (_lock)
        {
            job = _jobs[id];
        }

        if (_folder.Received(id) is { } received)
        {
            job = job with { StoredAs = system.NameForUpload(received, job.Name, stop) };
            _folder.Save(job);
            lock (_lock)
            {
                // A second try finds the file under this name and no other.
                _jobs[id] = job;
            }
        }

        return _folder.Publish(job);
    }

    /// <summary>Uploads that no job can be read for wait for a person, as every file that cannot be ingested. What cannot be
    /// set aside now is found again by the next start.</summary>
    private void QuarantineStrays()
    {
        try
        {
            List<IngestJob> jobs;
            lock (_lock)
            {
                jobs = [.. _jobs.Values];
            }

            foreach (var stray in _folder.Strays(jobs, clock.GetUtcNow() - UploadTime))
            {
                if (system.Store.Shared is not null && _folder.OfAnotherHost(Path.GetFileNameWithoutExtension(stray.Name)) is not null)
                {
                    continue; // It is being taken over.
                }

                system.Store.WriteTogether(changes => changes.AddToQuarantine(
                    new QuarantineEntry
                    {
                        Path = $"uploads/{stray.Name}",
                        Sha256 = "",
                        Size = stray.Length,
                        Modified = new DateTimeOffset(stray.LastWriteTimeUtc, TimeSpan.Zero),
                        Step = "load",
                        Code = "stray-upload",
                        Reason = "Tệp tải lên không còn thông tin tác vụ (bị hỏng hoặc việc tải lên bị ngắt); tệp được giữ trong thư mục .jobs/stray.",
                        ReasonEnglish = "The job of this upload cannot be read (it is damaged, or the upload broke off); the file is kept in the folder .jobs/stray.",
                        At = clock.GetUtcNow(),
                    },
                    takeOut: false));
                _folder.SetAside(stray);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or StoreBusyException)
        {
            // They stay where they are.
        }
    }

    /// <summary>Whether a job is begun once more. The others wait behind it: what keeps it from the disk keeps them as well.</summary>
    private bool IsWorthwhile(IngestJob job, int failures, bool isMachine) =>
        failures < MostFailures || (isMachine && clock.GetUtcNow() - job.CreatedAt < MachineTime);

    private static TimeSpan PauseAfter(int failures) =>
        failures <= MostFailures ? BusyPause : TimeSpan.FromSeconds(Math.Min(failures - MostFailures + 1, LongestPause.TotalSeconds));

    /// <summary>Whether a failure is the machine's and may be over in a moment. A read that fails below SQLite may look to it
    /// like a damaged page, so a damaged store is asked again as well. A path that is too long stays so.</summary>
    private static bool IsPassing(Exception error) => error is (IOException or UnauthorizedAccessException) and not (FileNotFoundException or PathTooLongException);

    private void Finish(IngestJob job, IReadOnlyList<JobFileLine> files)
    {
        lock (_lock)
        {
            job = _jobs[job.Id];
        }

        var done = job with
        {
            Status = files.Any(file => file.Outcome is "failed") || files.Count == 0 ? JobStatus.Failed
                : files.Any(file => file.Outcome is "quarantined") ? JobStatus.Quarantined
                : JobStatus.Done,
            FinishedAt = clock.GetUtcNow(),
            TotalFiles = files.Count,
            Files = [.. files.OrderBy(file => file.Code is null).Take(MostFiles)],
        };
        Save(done);
        List<string> old;
        lock (_lock)
        {
            _jobs[done.Id] = done;
            var finished = _jobs.Values.Where(one => one.IsFinished).Select(one => one.Id).ToList();
            old = [.. finished.Take(Math.Max(0, finished.Count - MostFinished))];
            foreach (var id in old)
            {
                _jobs.Remove(id);
            }
        }

        foreach (var id in old)
        {
            _folder.Delete(id);
        }
    }

    private void Save(IngestJob done)
    {
        try
        {
            _folder.Save(done);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A full disk, or one that is read-only: what is in the store is there; after a restart the job runs again and finds it so.
        }
    }

    private List<JobFileLine> Lines(List<IngestEvent> told)
    {
        // What the store held already is told with its documents, too: the caller wants to know where they are.
        var held = told.Exists(one => one.Outcome is IngestOutcome.Unchanged)
            ? system.Store.List().ToLookup(one => one.Source, one => one.Key, StringComparer.Ordinal)
            : null;
        return told.ConvertAll(one => Line(one, one.Outcome is IngestOutcome.Unchanged ? held![one.Path] : one.Documents));
    }

    private static JobFileLine Line(IngestEvent told, IEnumerable<Documents.DocumentKey> keys) => new(
        Text.PersonalData.MaskPath(told.Path),
        told.Outcome.ToString().ToLowerInvariant(),
        [.. keys.Select(key => key.Value)],
        told.Step,
        told.Code,
        told.Reason,
        told.ReasonEnglish);

    private sealed class Catch(Action<IngestEvent> then) : IProgress<IngestEvent>
    {
        public void Report(IngestEvent value) => then(value);
    }
}
