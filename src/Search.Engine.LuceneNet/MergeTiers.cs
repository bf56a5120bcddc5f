using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>Lucene's tiers of segments, which may be told to merge on demand only.</summary>
/// <param name="inBackground">Whether merges are chosen after flushes and commits.</param>
internal sealed class MergeTiers(bool inBackground) : TieredMergePolicy
{
    public override MergeSpecification? FindMerges(MergeTrigger mergeTrigger, SegmentInfos infos) =>
        inBackground ? base.FindMerges(mergeTrigger, infos) : null;
}
