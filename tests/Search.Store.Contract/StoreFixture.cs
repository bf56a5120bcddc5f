namespace Search.Store.Contract;

/// <summary>A store in a folder of its own that goes when the test is done.</summary>
public abstract class StoreFixture : IDisposable
{
    private IDocumentStore? _store;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("store-").FullName;

    protected IDocumentStore Store => _store ??= Open(Folder);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _store?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    protected IDocumentStore Reopen()
    {
        _store?.Dispose();
        return _store = Open(Folder);
    }

    /// <summary>Opens the store of a folder; any number may be open at once.</summary>
    protected abstract IDocumentStore Open(string folder);
}
