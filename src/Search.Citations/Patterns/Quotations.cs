using Search.Citations.Scanning;

namespace Search.Citations.Patterns;

/// <summary>Where a text quotes: what stands there was said by another document, or is to stand in one. A mark that nothing
/// closes opens no quotation, so it hides nothing of what follows.</summary>
internal sealed class Quotations
{
    private readonly List<(int From, int To)> _spans = [];

    public Quotations(TokenList tokens)
    {
        var open = new Stack<int>();
        var closed = new List<(int From, int To)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsPunctuation('"'))
            {
                continue;
            }

            var afterSpace = i == 0 || tokens[i].Has(TokenFlags.Space) || tokens[i - 1].IsPunctuation('(');
            if (afterSpace && (open.Count == 0 || (i + 1 < tokens.Count && !tokens[i + 1].Has(TokenFlags.Space))))
            {
                open.Push(i);
            }
            else if (open.TryPop(out var from))
            {
                closed.Add((from, i));
            }
        }

        closed.Sort();
        foreach (var span in closed)
        {
            if (_spans.Count == 0 || span.From > _spans[^1].To)
            {
                _spans.Add(span);
            }
        }
    }

    /// <summary>Whether a token stands between the marks of a quotation.</summary>
    public bool Holds(int at)
    {
        int low = 0, high = _spans.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_spans[middle].To < at)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < _spans.Count && _spans[low].From < at;
    }
}
