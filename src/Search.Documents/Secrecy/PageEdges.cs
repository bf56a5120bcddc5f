using Search.Text;

namespace Search.Documents.Secrecy;

/// <summary>The first and last blocks of every page of a paged file: where headers and footers are printed.</summary>
internal sealed class PageEdges
{
    private readonly List<TextSpan> _spans = [];
    private int _at;

    /// <param name="source">The file.</param>
    /// <param name="blocks">How many blocks at the top and at the foot.</param>
    public PageEdges(SourceText source, int blocks)
    {
        foreach (var page in source.Blocks.Where(block => block.Page > 0).GroupBy(block => block.Page))
        {
            var all = page.ToList();
            _spans.AddRange(all.Take(blocks).Concat(all.TakeLast(blocks)).Select(block => block.Span));
        }

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
