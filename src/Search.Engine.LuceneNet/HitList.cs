namespace Search.Engine.LuceneNet;

/// <summary>The first rows of an answer in the order asked for: passages, or documents with their best passages.</summary>
internal sealed class HitList
{
    private HitList(IReadOnlyList<Row> rows, int total)
    {
        Rows = rows;
        Total = total;
    }

    /// <summary>The first rows.</summary>
    public IReadOnlyList<Row> Rows { get; }

    /// <summary>How many rows there are in all.</summary>
    public int Total { get; }

    /// <summary>Orders matches.</summary>
    /// <param name="matches">Every match; its order is changed.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="count">How many rows are wanted, from the first on.</param>
    /// <param name="columns">The columns of the generation.</param>
    public static HitList Of(List<Match> matches, SearchRequest request, int count, ReaderColumns columns)
    {
        var byRelevance = new MatchOrder(SortOrder.Relevance, columns);
        var heads = request.GroupByDocument ? Heads(matches, byRelevance, columns) : matches;
        var order = request.Sort == SortOrder.Relevance ? byRelevance : new MatchOrder(request.Sort, columns);
        var first = First(heads, count, order);
        return new HitList(Rolled(first, matches, request, byRelevance, columns), heads.Count);
    }

    // The best match of each document.
    private static List<Match> Heads(List<Match> matches, MatchOrder order, ReaderColumns columns)
    {
        var heads = new List<Match>();
        var at = new int[columns.GroupCount];
        foreach (var match in matches)
        {
            ref var place = ref at[columns.GroupOrdinal(match.Doc)];
            if (place == 0)
            {
                heads.Add(match);
                place = heads.Count;
            }
            else if (order.Compare(match, heads[place - 1]) < 0)
            {
                heads[place - 1] = match;
            }
        }

        return heads;
    }

    // A heap of the wanted size with the worst on top: most matches lose against it in one comparison.
    private static List<Match> First(List<Match> matches, int count, MatchOrder order)
    {
        var heap = new PriorityQueue<Match, Match>(Comparer<Match>.Create((a, b) => order.Compare(b, a)));
        foreach (var match in matches)
        {
            if (heap.Count < count)
            {
                heap.Enqueue(match, match);
            }
            else if (count > 0 && order.Compare(match, heap.Peek()) < 0)
            {
                heap.EnqueueDequeue(match, match);
            }
        }

        var first = heap.UnorderedItems.Select(item => item.Element).ToList();
        first.Sort(order);
        return first;
    }

    private static List<Row> Rolled(
        List<Match> first, List<Match> matches, SearchRequest request, MatchOrder order, ReaderColumns columns)
    {
        var passages = request.GroupByDocument ? Math.Max(1, request.PassagesPerGroup) : 1;
        if (passages == 1)
        {
            return [.. first.Select(match => new Row([match]))];
        }

        var all = first.ToDictionary(match => columns.GroupOrdinal(match.Doc), _ => new List<Match>());
        foreach (var match in matches)
        {
            if (all.TryGetValue(columns.GroupOrdinal(match.Doc), out var own))
            {
                own.Add(match);
            }
        }

        return [.. first.Select(match => new Row(First(all[columns.GroupOrdinal(match.Doc)], passages, order)))];
    }

    /// <summary>A row of an answer.</summary>
    /// <param name="Matches">Its best passages, best first; at least one.</param>
    internal sealed record Row(IReadOnlyList<Match> Matches);
}
