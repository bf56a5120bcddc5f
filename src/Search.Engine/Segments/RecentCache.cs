using System.Buffers;
using System.Collections.Concurrent;

namespace Search.Engine;

/// <summary>
/// Keeps what was used lately within a budget of bytes. Time is counted in values added: a value that is found bears the
/// present count, and when the budget is spent those with the lowest counts go, a quarter of them at a time. Finding
/// allocates nothing. Safe for many threads; a value may be made twice at the same time.
/// </summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
/// <param name="budget">Bytes of all values.</param>
/// <param name="size">Bytes of a value.</param>
internal sealed class RecentCache<TKey, TValue>(long budget, Func<TValue, int> size)
    where TKey : notnull
    where TValue : class
{
    private const int Sample = 1024;

    private readonly ConcurrentDictionary<TKey, Kept> _kept = new();
    private readonly Lock _gate = new();
    private long _size;
    private long _added;

    /// <summary>Bytes of the values that are kept.</summary>
    public long Size => Interlocked.Read(ref _size);

    /// <summary>The value of a key, or null.</summary>
    public TValue? Find(TKey key)
    {
        if (!_kept.TryGetValue(key, out var kept))
        {
            return null;
        }

        var now = Volatile.Read(ref _added);
        if (kept.LastUse != now)
        {
            kept.LastUse = now;
        }

        return kept.Value;
    }

    /// <summary>Keeps a value.</summary>
    public void Add(TKey key, TValue value)
    {
        var kept = new Kept(value) { LastUse = Interlocked.Increment(ref _added) };
        if (!_kept.TryAdd(key, kept) || Interlocked.Add(ref _size, size(value)) <= budget || !_gate.TryEnter())
        {
            return;
        }

        try
        {
            DropOldest();
        }
        finally
        {
            _gate.Exit();
        }
    }

    private void DropOldest()
    {
        var limit = OldestQuarter();
        foreach (var (key, kept) in _kept)
        {
            if (kept.LastUse <= limit && _kept.TryRemove(key, out _) && Interlocked.Add(ref _size, -size(kept.Value)) <= budget * 3 / 4)
            {
                return;
            }
        }
    }

    // The count that about a quarter of the values do not pass, from values spread over all of them.
    private long OldestQuarter()
    {
        var step = (_kept.Count / Sample) + 1;
        var uses = ArrayPool<long>.Shared.Rent(Sample);
        var (seen, taken) = (0, 0);
        foreach (var (_, kept) in _kept)
        {
            if (seen++ % step == 0 && taken < Sample)
            {
                uses[taken++] = kept.LastUse;
            }
        }

        Array.Sort(uses, 0, taken);
        var limit = taken == 0 ? 0 : uses[taken / 4];
        ArrayPool<long>.Shared.Return(uses);
        return limit;
    }

    private sealed class Kept(TValue value)
    {
        public TValue Value => value;

        public long LastUse { get; set; }
    }
}
