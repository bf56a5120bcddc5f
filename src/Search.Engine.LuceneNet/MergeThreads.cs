using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>
/// Merges on background threads. A merge that fails leaves its sources in place and is tried again after a later
/// commit; Lucene's own class would end the process with it.
/// </summary>
internal sealed class MergeThreads : ConcurrentMergeScheduler
{
    /// <summary>Merges that run now.</summary>
    public bool IsRunning => MergeThreadCount > 0;

    protected override void HandleMergeException(Exception exc)
    {
        // Nothing is lost; what is wrong with the disk shows at the next commit.
    }
}
