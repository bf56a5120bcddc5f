using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>
/// The order of matches, first ones first. What is equal is ordered by score and then by id, so that the same content
/// gives the same order whatever the segments.
/// </summary>
internal sealed class MatchOrder(SortOrder sort, ReaderColumns columns) : IComparer<Match>
{
    private readonly NumericDocValues? _values = sort switch
    {
        SortOrder.Relevance => null,
        SortOrder.MostCited => columns.Numbers(IndexFields.CitedBy),
        _ => columns.Numbers(IndexFields.Date),
    };

    /// <inheritdoc/>
    public int Compare(Match x, Match y)
    {
        var byValue = _values is null ? 0 : CompareValues(_values.Get(x.Doc), _values.Get(y.Doc));
        if (byValue != 0)
        {
            return byValue;
        }

        var byScore = y.Score.CompareTo(x.Score);
        return byScore != 0 || x.Doc == y.Doc ? byScore : string.CompareOrdinal(columns.Id(x.Doc), columns.Id(y.Doc));
    }

    private int CompareValues(long x, long y)
    {
        // A document without a date comes last whichever way dates run.
        if (sort != SortOrder.MostCited && (x == 0) != (y == 0))
        {
            return x == 0 ? 1 : -1;
        }

        return sort == SortOrder.Oldest ? x.CompareTo(y) : y.CompareTo(x);
    }
}
