namespace Search.Engine.Embedded;

/// <summary>A list whose array can be handed to sorting and replaced. Grows by half, to spare memory.</summary>
/// <typeparam name="T">Plain values.</typeparam>
internal sealed class GrowList<T>
    where T : unmanaged
{
    private T[] _items = new T[256];

    public int Count { get; private set; }

    public Span<T> Span => _items.AsSpan(0, Count);

    public T this[int index] => _items[index];

    public void Add(T item)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Count + (Count / 2));
        _items[Count++] = item;
    }

    /// <summary>Puts another array of the same count in place of the own one.</summary>
    public void Replace(T[] items) => _items = items;
}
