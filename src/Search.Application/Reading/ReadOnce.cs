namespace Search.Application.Reading;

/// <summary>
/// A value that is read when it is first asked for, by one of those who ask: the others wait for it instead of reading the same
/// beside it. An error is told to who met it, and the next one reads again.
/// </summary>
internal sealed class ReadOnce<T>(Func<T> read)
    where T : notnull
{
    private readonly Lock _reading = new();
    private volatile Box? _box;

    /// <param name="known">The value, where it is known already.</param>
    public ReadOnce(T known)
        : this(() => known) => _box = new Box(known);

    /// <summary>The value.</summary>
    public T Value
    {
        get
        {
            if (_box is { } known)
            {
                return known.Value;
            }

            lock (_reading)
            {
                return (_box ??= new Box(read())).Value;
            }
        }
    }

    /// <summary>The value where it was read; false beside the default otherwise.</summary>
    public bool TryGet(out T? value)
    {
        value = _box is { } known ? known.Value : default;
        return _box is not null;
    }

    private sealed record Box(T Value);
}
