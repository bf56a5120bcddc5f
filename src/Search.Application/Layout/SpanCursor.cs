using Search.Text;

namespace Search.Application.Layout;

/// <summary>
/// Finds the items that reach into a stretch of text, for stretches that are asked for from the front to the back:
/// each item is looked at once, however many stretches there are.
/// </summary>
internal sealed class SpanCursor<T>(IEnumerable<T> items, Func<T, TextSpan> span)
{
    private readonly List<T> _items = [.. items.OrderBy(item => span(item).Start)];
    private readonly List<T> _open = [];
    private int _next;

    /// <summary>The items that share at least one character with the stretch.</summary>
    public List<T> Within(int start, int end)
    {
        while (_next < _items.Count && span(_items[_next]).Start < end)
        {
            _open.Add(_items[_next++]);
        }

        _open.RemoveAll(item => span(item).End <= start);
        return [.. _open];
    }
}
