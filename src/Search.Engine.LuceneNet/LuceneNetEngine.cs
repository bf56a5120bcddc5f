namespace Search.Engine.LuceneNet;

/// <summary>The engine on Lucene.Net: its index in Lucene's files, the scoring core of <see cref="Search.Engine"/> over them.</summary>
public static class LuceneNetEngine
{
    /// <summary>Opens the index in a folder. Nothing is written before a writer is opened; a missing folder is an empty index.</summary>
    /// <param name="directory">The index's own folder.</param>
    /// <param name="options">Settings of the scoring core; null for the defaults.</param>
    /// <param name="storage">Settings of the files; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public static ISearchEngine Open(string directory, SearchEngineOptions? options = null, LuceneNetOptions? storage = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        storage ??= new LuceneNetOptions();
        storage.Validate();
        return new SearchEngine(new LuceneStorage(Path.GetFullPath(directory), storage), options ?? new SearchEngineOptions());
    }
}
