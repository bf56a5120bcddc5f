using Search.Documents.Catalogues;
using Search.Store;
using Search.Store.Sqlite;

namespace Search.Ingestion;

/// <summary>Which store a data folder has: the one place above the store that names an implementation.</summary>
internal static class DocumentStores
{
    /// <summary>Opens the store of a data folder, making it when missing.</summary>
    /// <exception cref="StoreDamagedException">The store is damaged or of a newer version.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public static IDocumentStore Open(KnowledgeOptions options, Catalogue catalogue, ICitationLinker linker) =>
        SqliteDocumentStore.Open(options.DataDirectory, catalogue, linker, options.MaxStoreBytes);
}
