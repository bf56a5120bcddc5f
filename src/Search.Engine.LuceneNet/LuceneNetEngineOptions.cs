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
    /// How files are read. The default is the fastest of the three, measured on one thread and on two; the README of this
    /// project has the figures.
    /// </summary>
    /// <value><see cref="LuceneNetFiles.Simple"/></value>
    public LuceneNetFiles Files { get; init; } = LuceneNetFiles.Simple;
}
