namespace Search.Engine.Embedded;

/// <summary>Chooses what to merge: segments of like size, once there are enough of them, and much-deleted ones.</summary>
internal static class MergePolicy
{
    private const double MaxDeleted = 0.3;
    private const int TierFactor = 8;
    private const int SmallestTier = 512;

    /// <summary>The segments to merge next; empty where all is well.</summary>
    public static IReadOnlyList<SegmentView> Choose(IReadOnlyList<SegmentView> views, int factor)
    {
        foreach (var tier in views.GroupBy(v => Tier(v.Live)).OrderBy(t => t.Key))
        {
            if (tier.Count() >= factor)
            {
                return [.. tier];
            }
        }

        return [.. views.Where(v => v.Deletes is { } deletes && deletes.Count > v.Segment.Docs * MaxDeleted).Take(1)];
    }

    private static int Tier(int docs)
    {
        var tier = 0;
        for (var size = SmallestTier; size < docs; size *= TierFactor)
        {
            tier++;
        }

        return tier;
    }
}
