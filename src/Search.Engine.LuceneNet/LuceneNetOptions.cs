using LuceneDirectory = Lucene.Net.Store.Directory;

namespace Search.Engine.LuceneNet;

/// <summary>Settings of the index's files. Validated when the engine opens.</summary>
public sealed record LuceneNetOptions
{
    /// <summary>Memory for passages before they are written to a segment, in megabytes, 1 to 1,024.</summary>
    /// <value>48</value>
    public double WriteBufferMegabytes { get; init; } = 48;

    /// <summary>So many segments of like size are left side by side before they are merged, 2 to 100.</summary>
    /// <value>6</value>
    public int SegmentsPerTier { get; init; } = 6;

    /// <summary>Merges run in the background; false leaves them to <see cref="IMaintainable.Compact"/>.</summary>
    /// <value>true</value>
    public bool BackgroundMerges { get; init; } = true;

    /// <summary>
    /// How long closing the engine waits for merges that are running, 0 to 1 hour. One that is cut off is lost, not
    /// the index; the next writer begins it again.
    /// </summary>
    /// <value>15 seconds</value>
    public TimeSpan MergeWaitAtClose { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Opens the files of a folder; tests put a faulty disk in between. Files are read, not mapped: what questions need of them
    /// is kept by the core, and mapped pages of the rest were a third of the process's memory without being any faster.
    /// </summary>
    internal Func<DirectoryInfo, LuceneDirectory> OpenDirectory { get; init; } =
        static folder => new global::Lucene.Net.Store.NIOFSDirectory(folder);

    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal void Validate()
    {
        Check(WriteBufferMegabytes, 1, 1024, nameof(WriteBufferMegabytes));
        Check(SegmentsPerTier, 2, 100, nameof(SegmentsPerTier));
        Check(MergeWaitAtClose.TotalHours, 0, 1, nameof(MergeWaitAtClose));
    }

    private static void Check(double value, double min, double max, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, min, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, max, name);
    }
}
