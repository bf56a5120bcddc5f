using Search.Documents.Catalogues;
using Search.Engine;
using Search.Engine.LuceneNet;

namespace Search.Ingestion;

/// <summary>The full-text index of a data folder.</summary>
public static class FulltextIndex
{
    /// <summary>Its folder below the data folder.</summary>
    public const string Folder = "fulltext";

    /// <summary>Opens an index with the abbreviations of a catalogue. Reads only, until a writer is opened.</summary>
    /// <param name="folder">The index's own folder; a missing one is an empty index.</param>
    /// <param name="catalogue">The names of the field.</param>
    public static ISearchEngine Open(string folder, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var options = new SearchEngineOptions
        {
            Abbreviations = [.. catalogue.QueryWords.Where(e => e.Meanings.Count > 0).Select(e => KeyValuePair.Create(e.Word, e.Meanings[0]))],
        };
        return LuceneNetEngine.Open(folder, options);
    }
}
