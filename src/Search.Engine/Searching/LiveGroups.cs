namespace Search.Engine;

/// <summary>Counts documents with at least one live passage.</summary>
internal static class LiveGroups
{
    public static long Count(IReadOnlyList<SegmentView> views, Func<GroupNumbers> numbers)
    {
        if (views.Count == 0)
        {
            return 0;
        }

        var groups = numbers();
        var seen = new bool[groups.Count];
        for (var s = 0; s < views.Count; s++)
        {
            for (var doc = 0; doc < views[s].Segment.Docs; doc++)
            {
                if (!views[s].IsLive(doc))
                {
                    continue;
                }

                seen[groups.Of(s, views[s].Segment.Documents.Of(doc))] = true;
            }
        }

        return seen.LongCount(s => s);
    }
}
