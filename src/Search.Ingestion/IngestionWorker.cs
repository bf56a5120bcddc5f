using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Search.Ingestion.Discovery;

namespace Search.Ingestion;

/// <summary>
/// Watches folders and ingests what appears, changes or goes, within some seconds. A file is taken once it has looked
/// the same in two looks, so that one still being written is waited for. The operating system's messages only say
/// when to look; what counts is what a look finds, so that a lost message loses no file.
/// </summary>
public sealed partial class IngestionWorker : BackgroundService
{
    private readonly KnowledgeBase _system;
    private readonly IngestionWorkerOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<IngestionWorker> _log;
    private readonly IProgress<IngestEvent>? _progress;
    private readonly ConcurrentDictionary<string, (long Size, DateTimeOffset Modified)> _seen = new(StringComparer.Ordinal);
    private long _changes;

    /// <summary>A worker over the folders of its options.</summary>
    /// <param name="system">Where files go.</param>
    /// <param name="options">Which folders, and how often.</param>
    /// <param name="log">Notified of outcomes, never of text.</param>
    /// <param name="clock">Its clock; null for the system's.</param>
    /// <param name="progress">Notified of every file whose outcome is new.</param>
    public IngestionWorker(
        KnowledgeBase system,
        IngestionWorkerOptions options,
        ILogger<IngestionWorker> log,
        TimeProvider? clock = null,
        IProgress<IngestEvent>? progress = null)
    {
        _system = system;
        _options = options;
        _log = log;
        _clock = clock ?? TimeProvider.System;
        _progress = progress;
    }

    /// <summary>One look: ingests what is settled since the last one.</summary>
    /// <param name="ct">Asks for a stop after the current file.</param>
    /// <returns>What was done; null when no folder is there.</returns>
    public Task<IngestSummary?> PollAsync(CancellationToken ct) => PollAsync(onDeferred: null, ct);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var watchers = new Watchers(_options.Folders, () => Interlocked.Increment(ref _changes));
        using var timer = new PeriodicTimer(_options.PollInterval, _clock);
        var quiet = _options.IdlePolls;
        var looks = new List<Task>();
        do
        {
            var changes = Interlocked.Exchange(ref _changes, 0);
            quiet = changes > 0 ? 0 : quiet + 1;
            Follow(watchers);
            // Two looks after the last message settle what it told of; then it is enough to look now and then.
            if (quiet > 2 && quiet % _options.IdlePolls != 0)
            {
                continue;
            }

            looks.RemoveAll(look => look.IsCompleted);
            looks.Add(await BeginPollAsync(stoppingToken).ConfigureAwait(false));
        }
        while (await Tick(timer, stoppingToken).ConfigureAwait(false));
        await Task.WhenAll(looks).ConfigureAwait(false);
    }

    private void Follow(Watchers watchers)
    {
        try
        {
            watchers.Follow();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            NotNow(error.Message); // The regular looks still find everything.
        }
    }

    private static async Task<bool> Tick(PeriodicTimer timer, CancellationToken ct)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<IngestSummary?> PollAsync(Action? onDeferred, CancellationToken ct)
    {
        var folders = _options.Folders.Where(Directory.Exists).ToList();
        return folders.Count == 0
            ? null
            : await _system.IngestAsync(folders, _progress, IsStable, onDeferred, ct).ConfigureAwait(false);
    }

    /// <summary>Looks, and waits until all is in but what takes minutes to read: what appears meanwhile is not to wait.</summary>
    /// <returns>The look, which may go on.</returns>
    private async Task<Task> BeginPollAsync(CancellationToken ct)
    {
        var isDeferred = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var look = PollAndReportAsync(isDeferred.SetResult, ct);
        await Task.WhenAny(look, isDeferred.Task).ConfigureAwait(false);
        return look;
    }

    private async Task PollAndReportAsync(Action onDeferred, CancellationToken ct)
    {
        try
        {
            if (await PollAsync(onDeferred, ct).ConfigureAwait(false) is { } summary
                && summary.Ingested + summary.Removed > 0)
            {
                Took(summary.Ingested, summary.Documents, summary.Removed, summary.Quarantined);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Going down: what is left is found by the next start.
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The disk, another writer, no descriptors: nothing is lost by trying again at the next look.
            NotNow(error.Message);
        }
    }

    private bool IsStable(FoundFile file)
    {
        var now = (file.Size, file.Modified);
        var isStable = _seen.TryGetValue(file.Path, out var before) && before == now;
        _seen[file.Path] = now;
        return isStable;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Took in {Files} files with {Documents} documents, {Removed} gone, {Quarantined} in quarantine")]
    private partial void Took(int files, int documents, int removed, int quarantined);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folders could not be looked at: {Reason}")]
    private partial void NotNow(string reason);

    /// <summary>The operating system's watchers, as far as it grants them.</summary>
    private sealed class Watchers(IReadOnlyList<string> folders, Action changed) : IDisposable
    {
        private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);

        /// <summary>Begins to watch folders that have come into being.</summary>
        public void Follow()
        {
            foreach (var folder in folders.Where(folder => !_watchers.ContainsKey(folder) && Directory.Exists(folder)))
            {
                try
                {
                    var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
                    watcher.Changed += (_, _) => changed();
                    watcher.Created += (_, _) => changed();
                    watcher.Deleted += (_, _) => changed();
                    watcher.Renamed += (_, _) => changed();
                    watcher.Error += (_, _) => changed();
                    watcher.EnableRaisingEvents = true;
                    _watchers[folder] = watcher;
                    changed();
                }
                catch (IOException)
                {
                    // No watchers left on this machine: the regular looks still find everything.
                }
            }
        }

        public void Dispose()
        {
            foreach (var watcher in _watchers.Values)
            {
                watcher.Dispose();
            }
        }
    }
}
