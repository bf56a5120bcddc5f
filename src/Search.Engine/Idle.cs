namespace Search.Engine;

/// <summary>
/// Working memory that one thread uses again and again: a question should leave nothing behind for the collector but its
/// answer. What is not returned is garbage like anything else, so an exception needs no care.
/// </summary>
/// <typeparam name="T">The working memory.</typeparam>
internal static class Idle<T>
    where T : class, new()
{
    [ThreadStatic]
    private static T? _idle;

    /// <summary>The memory of this thread, or a new one where it is in use.</summary>
    public static T Rent()
    {
        var rented = _idle ?? new T();
        _idle = null;
        return rented;
    }

    /// <summary>Gives it back; it holds nothing of the question any more.</summary>
    public static void Return(T rented) => _idle = rented;
}
