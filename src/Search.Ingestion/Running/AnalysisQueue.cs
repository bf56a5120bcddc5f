using System.Threading.Channels;

namespace Search.Ingestion.Running;

/// <summary>
/// Analyses files side by side and gives them out in the order they came in. How far it runs ahead of the one that
/// stores is bounded by the files' bytes, so that memory stays flat however large a folder is.
/// </summary>
internal sealed class AnalysisQueue
{
    /// <summary>Bytes of files between reading and storing; one larger file goes alone.</summary>
    private const int MaxUnits = 128;
    private const int UnitBytes = 256 << 10;

    /// <summary>A file is acknowledged no later than this for the sake of others.</summary>
    private static readonly TimeSpan GatherFor = TimeSpan.FromMilliseconds(100);

    private readonly FileAnalyzer _analyser;
    private readonly KnownFiles _known;
    private readonly KnowledgeOptions _options;
    private readonly SemaphoreSlim _room = new(MaxUnits);
    private readonly SemaphoreSlim _analysing;
    private readonly Channel<(Task<AnalyzedFile> Task, int Units)> _slots =
        Channel.CreateUnbounded<(Task<AnalyzedFile>, int)>(new UnboundedChannelOptions { SingleWriter = true });

    /// <param name="analyzer">Analyses one file.</param>
    /// <param name="known">Tells what need not be analyzed.</param>
    /// <param name="options">Limits.</param>
    /// <param name="analyzing">Has a place for each file that may be analyzed at the same time.</param>
    public AnalysisQueue(FileAnalyzer analyzer, KnownFiles known, KnowledgeOptions options, SemaphoreSlim analyzing)
    {
        _analyser = analyzer;
        _known = known;
        _options = options;
        _analysing = analyzing;
    }

    /// <summary>Starts the work, item by item, until it ends or a stop is asked for. What it throws, the taker gets.</summary>
    public async Task FeedAsync(IEnumerable<WorkItem> work, CancellationToken ct)
    {
        Exception? end = null;
        try
        {
            foreach (var next in work)
            {
                var units = (int)Math.Clamp(1 + (next.Size / UnitBytes), 1, MaxUnits);
                for (var i = 0; i < units; i++)
                {
                    await _room.WaitAsync(ct).ConfigureAwait(false);
                }

                await _slots.Writer.WriteAsync((await StartAsync(next, ct).ConfigureAwait(false), units), ct).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // What was begun is given out; the rest is found by the next run.
        }
        catch (Exception error)
        {
            end = error;
        }

        _slots.Writer.Complete(end);
    }

    /// <summary>Takes what is ready, at least one and at most so many; waits for the first, and a moment for the next ones,
    /// because a transaction of many files costs little more than one of a single file.</summary>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Asks for a stop.</param>
    /// <returns>Empty when nothing is left.</returns>
    /// <exception cref="OperationCanceledException">A stop was asked for and the next file is not analyzed.</exception>
    public async Task<IReadOnlyList<AnalyzedFile>> TakeAsync(int most, CancellationToken ct)
    {
        var taken = new List<AnalyzedFile>();
        if (!await _slots.Reader.WaitToReadAsync(ct).ConfigureAwait(false))
        {
            return taken;
        }

        taken.Add(await NextAsync().ConfigureAwait(false));
        var moment = Task.Delay(GatherFor, CancellationToken.None);
        while (taken.Count < most && await IsNextReadyAsync(moment, ct).ConfigureAwait(false))
        {
            taken.Add(await NextAsync().ConfigureAwait(false));
        }

        return taken;
    }

    /// <summary>The next one, which is there.</summary>
    private async Task<AnalyzedFile> NextAsync()
    {
        _slots.Reader.TryPeek(out var slot);
        var analyzed = await slot.Task.ConfigureAwait(false);
        _slots.Reader.TryRead(out _);
        _room.Release(slot.Units);
        return analyzed;
    }

    /// <summary>False when there is none, when it is not analyzed within the moment, and when it failed: then it is the
    /// first of the next taking.</summary>
    private async Task<bool> IsNextReadyAsync(Task moment, CancellationToken ct)
    {
        var more = _slots.Reader.WaitToReadAsync(ct).AsTask();
        await Task.WhenAny(more, moment).ConfigureAwait(false);
        if (!more.IsCompletedSuccessfully || !await more.ConfigureAwait(false))
        {
            return false;
        }

        _slots.Reader.TryPeek(out var slot);
        await Task.WhenAny(slot.Task, moment).ConfigureAwait(false);
        return slot.Task.IsCompletedSuccessfully;
    }

    /// <summary>Waits for a free place among those being analyzed and begins; what needs no analysis takes no place.</summary>
    private async Task<Task<AnalyzedFile>> StartAsync(WorkItem work, CancellationToken ct)
    {
        if (work.Known is not null)
        {
            return Task.FromResult(new AnalyzedFile(work, null));
        }

        if (work.Refusal is { } refusal)
        {
            return Task.FromResult(AnalyzedFile.From(work, refusal));
        }

        if (work.Size > _options.MaxFileBytes)
        {
            return Task.FromResult(new AnalyzedFile(work, null, Refusals.FileTooLarge(work.Size, _options.MaxFileBytes)));
        }

        await _analysing.WaitAsync(ct).ConfigureAwait(false);
        return AnalyzeAsync(work, ct);
    }

    private async Task<AnalyzedFile> AnalyzeAsync(WorkItem work, CancellationToken ct)
    {
        try
        {
            return await _analyser.AnalyzeAsync(work, hash => _known.IsKnown(work.Path, hash), ct).ConfigureAwait(false);
        }
        finally
        {
            _analysing.Release();
        }
    }
}
