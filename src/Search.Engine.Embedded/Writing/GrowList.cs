namespace Search.Engine.Embedded;

/// <summary>A list whose array can be handed to sorting and replaced. Grows by half, to spare memory.</summary>
/// <typeparam name="T">Plain values.</typeparam>
internal sealed class GrowList<T>
    where T : unmanaged
{
    private T[] _items = new T[256];

    public int Count { get; private set; }

    /// <summary>Collection of the array.</summary>
    public int Capacity => _items.Length;

    /// <summary>The array itself; only the first <see cref="Count"/> items mean anything.</summary>
    public T[] Items => _items;

    public Span<T> Span => _items.AsSpan(0, Count);

    public T this[int index] => _items[index];

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count + (Count / 2));
        }

        _items[Count++] = item;
    }

    /// <summary>Forgets the items and keeps the room.</summary>
    public void Clear() => Count = 0;

    /// <summary>Puts another array of the same count in place of the own one.</summary>
    public void Replace(T[] items) => _items = items;
}
