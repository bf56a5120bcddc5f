using Search.Documents.Catalogues;
using Search.Store.Postgres.Database;
using Search.Store.Postgres.Sharing;
using Search.Store.Rules;
using Search.Store.Sqlite;

namespace Search.Store.Postgres;

/// <summary>
/// The knowledge base in PostgreSQL, shared by any number of machines. Each keeps a copy in its data folder, a SQLite
/// store, and answers from it alone; a change is made in the copy, committed to PostgreSQL under the lock of one row, and
/// then to the copy. So all rules of the store exist once, and a copy that is lost is made again.
/// </summary>
public static class PostgresDocumentStore
{
    private const string Aside = ".lost";

    /// <summary>Opens the copy in a data folder and brings it up; makes the tables of the shared store where they are missing, and
    /// walks older ones up. A copy of before answers even when PostgreSQL does not.</summary>
    /// <param name="dataDirectory">The data folder; made when missing.</param>
    /// <param name="settings">Where PostgreSQL is.</param>
    /// <param name="catalogue">Gives stubs the names the register knows.</param>
    /// <param name="linker">Decides about waiting citations; null links nothing later.</param>
    /// <exception cref="StoreDamagedException">The shared store is of a newer version.</exception>
    /// <exception cref="StoreBusyException">PostgreSQL does not answer, and the folder holds no copy yet.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="ArgumentException">The connection string is wrong.</exception>
    public static IDocumentStore Open(
        string dataDirectory, PostgresSettings settings, Catalogue catalogue, ICitationLinker? linker = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(catalogue);
        try
        {
            return OpenOnce(dataDirectory, settings, catalogue, linker ?? NoLinker.Instance);
        }
        catch (CopyPartedException)
        {
            // PostgreSQL holds another history, as after a restore: what the copy has beyond it is kept aside, not served.
            SetCopyAside(dataDirectory);
            return OpenOnce(dataDirectory, settings, catalogue, linker ?? NoLinker.Instance);
        }
    }

    private static IDocumentStore OpenOnce(
        string dataDirectory, PostgresSettings settings, Catalogue catalogue, ICitationLinker linker)
    {
        var database = new PostgresDatabase(settings);
        SqliteDocumentStore? store = null;
        try
        {
            PostgresTruth? truth = null;
            store = SqliteDocumentStore.OpenCopy(
                dataDirectory, catalogue, linker, copy => truth = new PostgresTruth(database, copy, settings));
            truth!.Begin();
            return store;
        }
        catch
        {
            store?.Dispose();
            database.Dispose();
            throw;
        }
    }

    private static void SetCopyAside(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, "knowledge.db");
        SqliteDocumentStore.SetRemainsAside(dataDirectory);
        DurableFiles.Move(path, path + Aside, overwrite: true);
    }
}
