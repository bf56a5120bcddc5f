namespace Search.Application.Sheets;

/// <summary>Pictures and words of pages that were asked for, within a budget of bytes; the oldest go first. In memory alone: what
/// is taken out of the collection must leave no copy on a disk.</summary>
/// <param name="budget">Bytes.</param>
internal sealed class SheetCache(long budget)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (object Value, long Size)> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private long _held;

    public T? Find<T>(string name)
        where T : class
    {
        lock (_lock)
        {
            return _kept.TryGetValue(name, out var found) ? (T)found.Value : null;
        }
    }

    public void Keep(string name, object value, long size)
    {
        lock (_lock)
        {
            if (size > budget || !_kept.TryAdd(name, (value, size)))
            {
                return;
            }

            _order.Enqueue(name);
            _held += size;
            while (_held > budget)
            {
                _kept.Remove(_order.Dequeue(), out var gone);
                _held -= gone.Size;
            }
        }
    }
}
