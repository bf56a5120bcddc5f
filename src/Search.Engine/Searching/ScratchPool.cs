using System.Collections.Concurrent;

namespace Search.Engine;

/// <summary>
/// Working memory of searches, which takes some bytes for every passage or document of the collection: it serves one search
/// after another, and there is no more of it than processors could use. Who comes when all is lent waits. Safe for many threads.
/// </summary>
/// <typeparam name="T">The memory.</typeparam>
/// <param name="make">Makes some.</param>
internal sealed class ScratchPool<T>(Func<T> make)
    where T : class
{
    private readonly ConcurrentBag<T> _free = [];
    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount + 1);

    /// <summary>
    /// Lends memory to a search until it ends. What one that ends by an exception leaves is not used again: nobody knows what it holds.
    /// </summary>
    /// <param name="search">The search; it must not ask for more of the same memory.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>What the search returns.</returns>
    public TResult Use<TResult>(Func<T, TResult> search, CancellationToken ct)
    {
        _places.Wait(ct);
        try
        {
            var scratch = _free.TryTake(out var free) ? free : make();
            var result = search(scratch);
            _free.Add(scratch);
            return result;
        }
        finally
        {
            _places.Release();
        }
    }
}
