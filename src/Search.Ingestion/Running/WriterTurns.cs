using Search.Store;

namespace Search.Ingestion.Running;

/// <summary>Lets one run at a time write, and makes this process the writer of the store.</summary>
internal sealed class WriterTurns(IDocumentStore store) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Waits for the turn, which ends when the result is disposed of.</summary>
    /// <exception cref="StoreBusyException">Another process is the writer.</exception>
    public async Task<IDisposable> TakeAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct).ConfigureAwait(false);
        var turn = new Turn(_one);
        try
        {
            store.BecomeWriter();
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    public void Dispose() => _one.Dispose();

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
