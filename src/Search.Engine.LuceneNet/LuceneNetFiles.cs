namespace Search.Engine.LuceneNet;

/// <summary>How the Lucene.Net engine reads its files.</summary>
public enum LuceneNetFiles
{
    /// <summary>Positional reads without a shared place (<c>NIOFSDirectory</c>).</summary>
    Positional,

    /// <summary>One file handle, readers wait for each other (<c>SimpleFSDirectory</c>).</summary>
    Simple,

    /// <summary>Files mapped into memory (<c>MMapDirectory</c>).</summary>
    MemoryMapped,
}
