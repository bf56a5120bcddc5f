using System.Collections.Concurrent;

namespace Search.Engine;

/// <summary>
/// Keeps what was used lately within a budget of bytes: a young and an old half; when the young one is full it becomes
/// the old one, and what was not used since then goes. Safe for many threads; a value may be made twice at the same time.
/// </summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
/// <param name="budget">Bytes of all values.</param>
/// <param name="size">Bytes of a value.</param>
internal sealed class RecentCache<TKey, TValue>(long budget, Func<TValue, int> size)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _gate = new();
    private ConcurrentDictionary<TKey, TValue> _young = new();
    private ConcurrentDictionary<TKey, TValue> _old = new();
    private long _size;

    /// <summary>The value of a key, or null.</summary>
    public TValue? Find(TKey key)
    {
        if (_young.TryGetValue(key, out var value))
        {
            return value;
        }

        if (!_old.TryGetValue(key, out value))
        {
            return null;
        }

        Add(key, value);
        return value;
    }

    /// <summary>Keeps a value.</summary>
    public void Add(TKey key, TValue value)
    {
        if (!_young.TryAdd(key, value))
        {
            return;
        }

        if (Interlocked.Add(ref _size, size(value)) <= budget / 2)
        {
            return;
        }

        lock (_gate)
        {
            if (Interlocked.Read(ref _size) > budget / 2)
            {
                _old = _young;
                _young = new ConcurrentDictionary<TKey, TValue>();
                Interlocked.Exchange(ref _size, 0);
            }
        }
    }
}
