using Search.Documents.Catalogues;
using Search.Store;
using Search.Store.Sqlite;

namespace Search.Ingestion;

/// <summary>Which store a data folder has: the one place above the store that names an implementation.</summary>
public static class DocumentStores
{
    /// <summary>Whether a data folder holds a store.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    public static bool Exists(string dataDirectory) => SqliteDocumentStore.Exists(dataDirectory);

    /// <summary>Opens the store of a data folder for its records alone (accounts, keys), making it when missing.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <exception cref="StoreDamagedException">The store is damaged, of a newer version, or gone while its remains are there.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public static IDocumentStore OpenForRecords(string dataDirectory)
    {
        LostData.RefuseToHide(new KnowledgeOptions { DataDirectory = dataDirectory });
        return Open(dataDirectory);
    }

    /// <summary>Opens the store of a data folder as it is, without knowledge of what waiting citations mean.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <exception cref="StoreDamagedException">The store is damaged or of a newer version.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    internal static IDocumentStore Open(string dataDirectory) => SqliteDocumentStore.Open(dataDirectory, Catalogue.Default);

    /// <summary>Opens the store of a data folder, making it when missing.</summary>
    /// <exception cref="StoreDamagedException">The store is damaged or of a newer version.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    internal static IDocumentStore Open(KnowledgeOptions options, Catalogue catalogue, ICitationLinker linker) =>
        SqliteDocumentStore.Open(options.DataDirectory, catalogue, linker, options.MaxStoreBytes);

    /// <summary>Whether a data folder holds no store but what one leaves: its log, or the revision it had.</summary>
    internal static bool HasRemains(string dataDirectory) => SqliteDocumentStore.HasRemains(dataDirectory);

    /// <summary>Forgets the store that was there, so that a new one can begin.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    internal static void SetRemainsAside(string dataDirectory) => SqliteDocumentStore.SetRemainsAside(dataDirectory);
}
