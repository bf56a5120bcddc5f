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

    protected SqliteKnowledgeBase Store { get; private set; }

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

    protected SqliteKnowledgeBase Reopen()
    {
        Store.Dispose();
        return Store = Open();
    }

    private SqliteKnowledgeBase Open() => SqliteKnowledgeBase.Open(Folder, Catalogue.Default, Linker);
}
