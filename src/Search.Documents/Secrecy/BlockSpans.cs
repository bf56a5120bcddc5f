using Search.Text;

namespace Search.Documents.Secrecy;

/// <summary>Stretches of a source, asked line by line.</summary>
internal sealed class BlockSpans
{
    private readonly List<TextSpan> _spans;
    private int _at;

    /// <param name="spans">In any order; they may overlap.</param>
    public BlockSpans(IEnumerable<TextSpan> spans)
    {
        _spans = [.. spans];
        _spans.Sort((one, other) => one.Start.CompareTo(other.Start));
    }

    /// <summary>Whether a line lies in one of them. Asked in the order of the text.</summary>
    public bool Holds(TextSpan line)
    {
        while (_at < _spans.Count && _spans[_at].End <= line.Start)
        {
            _at++;
        }

        return _at < _spans.Count && _spans[_at].Start < line.End;
    }
}
