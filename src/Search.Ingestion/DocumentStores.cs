using Search.Documents.Catalogues;
using Search.Store;
using Search.Store.Postgres;
using Search.Store.Postgres.Migration;
using Search.Store.Sqlite;

namespace Search.Ingestion;

/// <summary>Which store a data folder has: the one place above the store that names an implementation.</summary>
public static class DocumentStores
{
    /// <summary>Version of the store's tables that this program writes.</summary>
    internal static int Format => SqliteDocumentStore.Format;

    /// <summary>Copies a store into a folder, as of one moment, while others write.</summary>
    /// <returns>The revision that the copy has at least.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    internal static long CopyTo(IDocumentStore store, string folder)
    {
        var revision = store.Revision;
        store.CopyTo(SqliteDocumentStore.PathIn(folder));
        return revision;
    }

    /// <summary>Takes a store that was copied into a folder as that of a data folder, which has none.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    internal static void MoveInto(string dataDirectory, string from) => SqliteDocumentStore.MoveInto(dataDirectory, from);

    /// <summary>Whether a data folder holds a store.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    public static bool Exists(string dataDirectory) => SqliteDocumentStore.Exists(dataDirectory);

    /// <summary>Opens the store of a data folder for its records alone (accounts, keys), making it when missing.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <exception cref="StoreDamagedException">The store is damaged, of a newer version, or gone while its remains are there.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public static IDocumentStore OpenForRecords(string dataDirectory)
    {
        var options = new KnowledgeOptions { DataDirectory = dataDirectory };
        LostData.RefuseToHide(options);
        return options.SharedStore is null ? Open(dataDirectory) : OpenShared(options, options.SharedStore, Catalogue.Default, linker: null);
    }

    /// <summary>Brings the store of a data folder into an empty PostgreSQL; the folder becomes its first copy.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="connection">Connection string of PostgreSQL.</param>
    /// <returns>Rows that were brought, the revision, and the digest that both sides have.</returns>
    /// <exception cref="StoreBusyException">Another process writes the folder, or PostgreSQL does not answer.</exception>
    /// <exception cref="IOException">PostgreSQL holds a store already, or refused; nothing changed.</exception>
    public static (long Rows, long Revision, string Digest) MigrateToPostgres(string dataDirectory, string connection) =>
        Told(StoreMigration.ToPostgres(dataDirectory, new PostgresSettings { ConnectionString = connection }));

    /// <summary>Brings the store in PostgreSQL into a data folder, which is a store of its own afterwards.</summary>
    /// <param name="dataDirectory">The data folder: empty, or a copy.</param>
    /// <param name="connection">Connection string of PostgreSQL.</param>
    /// <returns>Rows that were brought, the revision, and the digest that both sides have.</returns>
    /// <exception cref="StoreBusyException">Another process writes the folder, or PostgreSQL does not answer.</exception>
    /// <exception cref="IOException">The folder holds another store, or the disk refused.</exception>
    public static (long Rows, long Revision, string Digest) MigrateToSqlite(string dataDirectory, string connection) =>
        Told(StoreMigration.ToSqlite(dataDirectory, new PostgresSettings { ConnectionString = connection }));

    /// <summary>Opens the store of a data folder as it is, without knowledge of what waiting citations mean.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <exception cref="StoreDamagedException">The store is damaged or of a newer version.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    internal static IDocumentStore Open(string dataDirectory) => SqliteDocumentStore.Open(dataDirectory, Catalogue.Default);

    /// <summary>Opens the store of a data folder, making it when missing.</summary>
    /// <exception cref="StoreDamagedException">The store is damaged or of a newer version.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    internal static IDocumentStore Open(KnowledgeOptions options, Catalogue catalogue, ICitationLinker linker) =>
        options is { Writes: true, SharedStore: { } shared }
            ? OpenShared(options, shared, catalogue, linker)
            : SqliteDocumentStore.Open(options.DataDirectory, catalogue, linker, options.MaxStoreBytes);

    private static IDocumentStore OpenShared(KnowledgeOptions options, string connection, Catalogue catalogue, ICitationLinker? linker) =>
        PostgresDocumentStore.Open(
            options.DataDirectory,
            new PostgresSettings { ConnectionString = connection, Node = options.Node, Clock = options.Clock },
            catalogue,
            linker);

    private static (long Rows, long Revision, string Digest) Told(MigrationResult result) => (result.Rows, result.Revision, result.Digest);

    /// <summary>Whether a data folder holds no store but what one leaves: its log, or the revision it had.</summary>
    internal static bool HasRemains(string dataDirectory) => SqliteDocumentStore.HasRemains(dataDirectory);

    /// <summary>Forgets the store that was there, so that a new one can begin.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    internal static void SetRemainsAside(string dataDirectory) => SqliteDocumentStore.SetRemainsAside(dataDirectory);
}
