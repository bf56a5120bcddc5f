using Search.Documents.Catalogues;
using Search.Testing;

namespace Search.Store.Postgres.Tests;

/// <summary>Nodes of one shared store, each with a folder of its own, and the link by which they reach the server.</summary>
internal sealed class Nodes : IDisposable
{
    private readonly List<(string Folder, IDocumentStore Store)> _open = [];
    private readonly string _schema = PostgresServer.Get().NewSchema();

    public LinkToServer Link { get; } = new(PostgresServer.Get().Port);

    public string Schema => _schema[(_schema.LastIndexOf('=') + 1)..];

    /// <summary>A further node, in a folder of its own unless one is given.</summary>
    public IDocumentStore Add(string? folder = null, TimeProvider? clock = null)
    {
        folder ??= Directory.CreateTempSubdirectory("node-").FullName;
        var store = PostgresDocumentStore.Open(
            folder,
            new PostgresSettings { ConnectionString = $"{PostgresServer.Connection(Link.Port)};Search Path={Schema}", Node = "n" + _open.Count, WriteTimeout = TimeSpan.FromSeconds(30), Clock = clock ?? TimeProvider.System },
            Catalogue.Default);
        _open.Add((folder, store));
        return store;
    }

    public string FolderOf(IDocumentStore store) => _open.First(node => ReferenceEquals(node.Store, store)).Folder;

    /// <summary>Closes a node; its folder stays until the end.</summary>
    public string Close(IDocumentStore store)
    {
        store.Dispose();
        return FolderOf(store);
    }

    public void Execute(string sql) => PostgresServer.Get().Execute($"SET search_path = {Schema}; {sql}");

    public void Dispose()
    {
        foreach (var (_, store) in _open)
        {
            store.Dispose();
        }

        Link.Dispose();
        foreach (var folder in _open.Select(node => node.Folder).Distinct(StringComparer.Ordinal))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
