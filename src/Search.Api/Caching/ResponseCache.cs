using System.Collections.Concurrent;

namespace Search.Api.Caching;

/// <summary>
/// Whole answers made from one state of the collection, ready to be sent again; given up as a whole with that state.
/// Within its budget the oldest go first.
/// </summary>
/// <param name="state">Names the state; a part of every ETag.</param>
/// <param name="budget">Bytes.</param>
internal sealed class ResponseCache(string state, long budget)
{
    private const int LargestShare = 64;
    private readonly ConcurrentDictionary<string, CachedResponse> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();
    private long _held;

    public string State { get; } = state;

    public long Budget { get; } = budget;

    public CachedResponse? Find(string request) => _answers.GetValueOrDefault(request);

    public void Keep(string request, CachedResponse answer)
    {
        if (answer.Size > Budget / LargestShare || !_answers.TryAdd(request, answer))
        {
            return;
        }

        _order.Enqueue(request);
        Interlocked.Add(ref _held, answer.Size);
        while (Interlocked.Read(ref _held) > Budget && _order.TryDequeue(out var oldest))
        {
            if (_answers.TryRemove(oldest, out var gone))
            {
                Interlocked.Add(ref _held, -gone.Size);
            }
        }
    }
}
