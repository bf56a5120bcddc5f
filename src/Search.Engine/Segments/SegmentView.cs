namespace Search.Engine;

/// <summary>A segment with what is live of it in one generation.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="LiveBits">A bit a passage; null where none is deleted.</param>
/// <param name="Live">Passages that are not deleted.</param>
internal sealed record SegmentView(Segment Segment, ulong[]? LiveBits, int Live)
{
    /// <summary>Whether a passage is not deleted.</summary>
    public bool IsLive(int doc) => LiveBits is null || (LiveBits[doc >> 6] >> (doc & 63) & 1) != 0;
}
