using Search.Documents.Catalogues;
using Search.Store.Contract;

namespace Search.Store.Sqlite.Tests;

public sealed class SqliteDocumentStoreTests : DocumentStoreContract
{
    [Fact]
    public void AFileThatIsNoStoreIsRefusedWithAReason()
    {
        var folder = Directory.CreateTempSubdirectory("store-").FullName;
        File.WriteAllText(Path.Combine(folder, "knowledge.db"), new string('x', 5000));

        var error = Assert.Throws<StoreDamagedException>(
            () => SqliteDocumentStore.Open(folder, Catalogue.Default));

        Assert.Contains("knowledge.db", error.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    protected override IDocumentStore Open(string folder) => SqliteDocumentStore.Open(folder, Catalogue.Default);
}
