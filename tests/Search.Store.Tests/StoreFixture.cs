using Search.Documents.Catalogues;

namespace Search.Store.Tests;

/// <summary>A store in a folder of its own that goes when the test is done.</summary>
public abstract class StoreFixture : IDisposable
{
    protected StoreFixture()
    {
        Folder = Directory.CreateTempSubdirectory("store-").FullName;
        Store = Open();
    }

    protected string Folder { get; }

    protected SqliteDocumentStore Store { get; private set; }

    protected virtual ICitationLinker? Linker => null;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Store.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    protected SqliteDocumentStore Reopen()
    {
        Store.Dispose();
        return Store = Open();
    }

    private SqliteDocumentStore Open() => SqliteDocumentStore.Open(Folder, Catalogue.Default, Linker);
}
