using Search.Text;

namespace Search.Documents.Lines;

/// <summary>
/// All lines of a source that are not blank. A line is cleaned when it is asked for; the last ones are kept, all of them
/// would be many times the size of the text.
/// </summary>
internal sealed class LineTable
{
    /// <summary>A power of two; more than any look ahead or back.</summary>
    private const int Recent = 1024;

    private readonly string _source;
    private readonly WorkBudget? _budget;
    private readonly Func<int, LineMarkup>? _markup;
    private readonly List<(int Start, int End, int Blanks)> _spans = [];
    private readonly SourceLine?[] _recent = new SourceLine?[Recent];

    /// <param name="source">The text.</param>
    /// <param name="from">Where its lines begin.</param>
    /// <param name="budget">Spent by every look at a line; null where the caller goes over the lines once.</param>
    /// <param name="markup">What the file's markup says of the line that begins at an offset.</param>
    public LineTable(string source, int from, WorkBudget? budget = null, Func<int, LineMarkup>? markup = null)
    {
        _source = source;
        _markup = markup;
        _budget = budget;
        var blanks = 0;
        for (var at = from; at < source.Length;)
        {
            var next = source.AsSpan(at).IndexOfAny("\n\r\f\v\u2028\u2029\u0085");
            var end = next < 0 ? source.Length : at + next;
            var span = Trim(at, end);
            if (span.Length == 0)
            {
                blanks++;
            }
            else
            {
                _spans.Add((span.Start, span.End, blanks));
                blanks = 0;
            }

            // A form feed is a page break and counts as a blank line.
            if (end < source.Length && source[end] == '\f')
            {
                blanks++;
            }

            at = end + (end + 1 < source.Length && source[end] == '\r' && source[end + 1] == '\n' ? 2 : 1);
        }
    }

    public string Source => _source;

    public int Count => _spans.Count;

    public SourceLine this[int index]
    {
        get
        {
            _budget?.Spend();
            ref var slot = ref _recent[index & (Recent - 1)];
            if (slot is null || slot.Index != index)
            {
                var (start, end, blanks) = _spans[index];
                slot = LineCleaner.Clean(_source, index, new TextSpan(start, end), blanks, _markup?.Invoke(start) ?? LineMarkup.None);
            }

            return slot;
        }
    }

    /// <summary>Where a line lies, without cleaning it.</summary>
    public TextSpan SpanOf(int index)
    {
        _budget?.Spend();
        return new(_spans[index].Start, _spans[index].End);
    }

    public int BlanksBefore(int index) => _spans[index].Blanks;

    /// <summary>The first line that ends after an offset; <see cref="Count"/> when there is none.</summary>
    public int IndexAt(int offset)
    {
        var low = 0;
        var high = _spans.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_spans[middle].End <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private TextSpan Trim(int start, int end)
    {
        while (start < end && IsBlank(_source[start]))
        {
            start++;
        }

        while (end > start && IsBlank(_source[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || LineCleaner.IsInvisible(c);
}
