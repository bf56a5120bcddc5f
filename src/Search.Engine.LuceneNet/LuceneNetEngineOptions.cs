namespace Search.Engine.LuceneNet;

/// <summary>Settings of the Lucene.Net engine.</summary>
public sealed record LuceneNetEngineOptions
{
    /// <summary>
    /// Memory for changes before they are written to a segment, in megabytes, 16 to 1024.
    /// </summary>
    /// <value>64</value>
    public double WriteBufferMegabytes { get; init; } = 64;

    /// <summary>
    /// Whether files are mapped into memory. Off by default: <c>MMapDirectory</c> of 4.8.0-beta00018 reads through a
    /// buffer abstraction and answers slower than positional reads; the benchmark <c>engine</c> shows both.
    /// </summary>
    /// <value>false</value>
    public bool MemoryMapped { get; init; }
}
