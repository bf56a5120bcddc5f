using Search.Application.Contracts;

namespace Search.Api.Endpoints;

/// <summary>Lets two large texts be read for citations at a time; the others wait. One takes a hundred times its size in
/// memory, and the processors are needed for those who search.</summary>
internal sealed class LargeTexts : IDisposable
{
    private const int AtATime = 2;
    private readonly SemaphoreSlim _places = new(AtATime, AtATime);

    /// <summary>Does work on a text of so many characters when there is a place for it.</summary>
    public async Task<T> RunAsync<T>(int length, Func<T> work, CancellationToken stop)
    {
        if (length <= ApiLimits.LookupLength)
        {
            return work();
        }

        await _places.WaitAsync(stop);
        try
        {
            return work();
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
