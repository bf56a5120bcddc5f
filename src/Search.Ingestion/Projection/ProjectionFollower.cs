namespace Search.Ingestion.Projection;

/// <summary>Lets the index follow the store beside a run, on a thread of its own: storing goes on meanwhile, and what
/// is stored meanwhile is found by the next round, which begins where the index's revision says.</summary>
/// <param name="catchUp">Brings the index up to the store.</param>
/// <param name="every">Least time from the beginning of one round to that of the next.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class ProjectionFollower(Action catchUp, TimeSpan every, TimeProvider clock)
{
    private Task _round = Task.CompletedTask;
    private long _begun = clock.GetTimestamp();

    /// <summary>Notes that something was stored.</summary>
    public void Note()
    {
        if (!_round.IsCompleted || clock.GetElapsedTime(_begun) < every)
        {
            return;
        }

        _begun = clock.GetTimestamp();
        // A round that failed is taken up by the next one; the last one tells.
        _round = DedicatedThreadScheduler.Run(catchUp);
    }

    /// <summary>Waits for the current round and does the last one, after which the index says what the store says.</summary>
    public async Task FinishAsync()
    {
        await ((Task)_round).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DedicatedThreadScheduler.Run(catchUp).ConfigureAwait(false);
    }
}
