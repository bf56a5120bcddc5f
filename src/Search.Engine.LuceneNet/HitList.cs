namespace Search.Engine.LuceneNet;

/// <summary>Matches in the order asked for, rolled up to documents.</summary>
internal sealed class HitList
{
    private HitList(IReadOnlyList<Row> rows) => Rows = rows;

    /// <summary>One document (or passage) with its matches, best first.</summary>
    public IReadOnlyList<Row> Rows { get; }

    public static HitList Of(
        List<(int Doc, float Score)> matches, SearchRequest request, ReaderColumns columns, Func<int, string> id)
    {
        var rows = new Dictionary<int, Row>();
        foreach (var match in matches)
        {
            var key = request.GroupByDocument ? columns.GroupOrdinal(match.Doc) : match.Doc;
            if (!rows.TryGetValue(key, out var row))
            {
                rows[key] = row = new Row();
            }

            row.Matches.Add(match);
        }

        var list = rows.Values.ToList();
        foreach (var row in list)
        {
            row.Matches.Sort((a, b) => Compare(a, b, id));
        }

        list.Sort(Order(request.Sort, columns, id));
        return new HitList(list);
    }

    // Equal scores are ordered by id, so that the same content gives the same order whatever the segments.
    private static int Compare((int Doc, float Score) a, (int Doc, float Score) b, Func<int, string> id)
    {
        var byScore = b.Score.CompareTo(a.Score);
        return byScore != 0 || a.Doc == b.Doc ? byScore : string.CompareOrdinal(id(a.Doc), id(b.Doc));
    }

    private static Comparison<Row> Order(SortOrder sort, ReaderColumns columns, Func<int, string> id)
    {
        if (sort == SortOrder.Relevance)
        {
            return (a, b) => Compare(a.Matches[0], b.Matches[0], id);
        }

        var values = columns.Numbers(sort == SortOrder.MostCited ? IndexFields.CitedBy : IndexFields.Date);
        var sign = sort == SortOrder.Oldest ? 1 : -1;
        return (a, b) =>
        {
            var left = values?.Get(a.Matches[0].Doc) ?? 0;
            var right = values?.Get(b.Matches[0].Doc) ?? 0;

            // A document without a date comes last whichever way dates run.
            if (sort != SortOrder.MostCited && (left == 0) != (right == 0))
            {
                return left == 0 ? 1 : -1;
            }

            var byValue = sign * left.CompareTo(right);
            return byValue != 0 ? byValue : Compare(a.Matches[0], b.Matches[0], id);
        };
    }

    internal sealed class Row
    {
        public List<(int Doc, float Score)> Matches { get; } = [];
    }
}
