namespace Search.Engine;

/// <summary>The order of passages by id, which decides between equal scores.</summary>
internal static class IdOrder
{
    /// <summary>Below 0 where the first id comes first. Within a segment numbers are compared, between segments the ids.</summary>
    public static int Compare(IReadOnlyList<SegmentView> views, in ScoredPassage a, in ScoredPassage b)
    {
        if (a.Segment == b.Segment)
        {
            var segment = views[a.Segment].Segment;
            return segment.IdOrder(a.Doc).CompareTo(segment.IdOrder(b.Doc));
        }

        return string.CompareOrdinal(views[a.Segment].Segment.IdOf(a.Doc), views[b.Segment].Segment.IdOf(b.Doc));
    }
}
