namespace Search.Engine.LuceneNet;

/// <summary>Settings of the Lucene.Net engine.</summary>
public sealed record LuceneNetEngineOptions
{
    /// <summary>
    /// Memory for changes before they are written to a segment, in megabytes, 16 to 1024.
    /// </summary>
    /// <value>64</value>
    public double WriteBufferMegabytes { get; init; } = 64;

    /// <summary>How files are read.</summary>
    /// <value><see cref="LuceneNetFiles.Positional"/></value>
    public LuceneNetFiles Files { get; init; } = LuceneNetFiles.Positional;
}
