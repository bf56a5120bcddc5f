namespace Search.Ingestion.Projection;

/// <summary>Lets the index follow the store beside a run, on a thread of its own: storing goes on meanwhile, and what
/// is stored meanwhile is found by the next round, which begins where the index's revision says.</summary>
/// <param name="catchUp">Brings the index up to the store.</param>
/// <param name="filesPerRound">A round begins after so many files.</param>
internal sealed class ProjectionFollower(Action catchUp, int filesPerRound)
{
    private Task _round = Task.CompletedTask;
    private int _pending;

    /// <summary>Notes that files were stored.</summary>
    public void Note(int files)
    {
        _pending += files;
        if (_pending < filesPerRound || !_round.IsCompleted) return;
        _pending = 0;
        // A round that failed is taken up by the next one; the last one tells.
        _round = Task.Run(catchUp);
    }

    /// <summary>Waits for the round at hand and does the last one, after which the index says what the store says.</summary>
    public async Task FinishAsync()
    {
        await ((Task)_round).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Run(catchUp).ConfigureAwait(false);
    }
}
