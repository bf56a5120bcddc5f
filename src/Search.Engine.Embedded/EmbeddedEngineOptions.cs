namespace Search.Engine.Embedded;

/// <summary>Settings of the embedded engine. Validated when the engine opens.</summary>
public sealed record EmbeddedEngineOptions
{
    private const long MaxMergeWait = 60 * 60 * 1000;

    /// <summary>Threads that analyze passages while writing, 1 to 64.</summary>
    /// <value>The processors, at most 4.</value>
    public int IndexingThreads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>
    /// Postings a thread keeps in memory before it writes a segment, 1,000 to 100,000,000. One takes about
    /// 30 bytes while the segment is written.
    /// </summary>
    /// <value>2,000,000</value>
    public int PostingsInMemory { get; init; } = 2_000_000;

    /// <summary>So many segments of like size are merged into one, 2 to 100.</summary>
    /// <value>6</value>
    public int MergeFactor { get; init; } = 6;

    /// <summary>Merges run in the background after a commit; false leaves them to <see cref="EmbeddedEngine.Compact"/>.</summary>
    /// <value>true</value>
    public bool BackgroundMerges { get; init; } = true;

    /// <summary>
    /// How long closing the engine waits for merges that are running, 0 to 1 hour. One that is cut off is lost, not
    /// the index; the next writer begins it again.
    /// </summary>
    /// <value>15 seconds</value>
    public TimeSpan MergeWaitAtClose { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Totals are counted exactly where no more postings than this have to be read, 0 or more.</summary>
    /// <value>4,096</value>
    public int ExactTotalPostings { get; init; } = 4096;

    /// <summary>Ranks the best passages of a question again by where its words stand. Off, scores are BM25F alone.</summary>
    /// <value>true</value>
    public bool Rerank { get; init; } = true;

    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal void Validate()
    {
        Check(IndexingThreads, 1, 64, nameof(IndexingThreads));
        Check(PostingsInMemory, 1000, 100_000_000, nameof(PostingsInMemory));
        Check(MergeFactor, 2, 100, nameof(MergeFactor));
        Check(ExactTotalPostings, 0, int.MaxValue, nameof(ExactTotalPostings));
        Check((long)MergeWaitAtClose.TotalMilliseconds, 0, MaxMergeWait, nameof(MergeWaitAtClose));
    }

    private static void Check(long value, long min, long max, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, min, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, max, name);
    }
}
