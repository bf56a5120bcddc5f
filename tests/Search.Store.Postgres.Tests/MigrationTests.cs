using Search.Documents.Catalogues;
using Search.Store.Contract;
using Search.Store.Postgres.Migration;
using Search.Store.Sqlite;
using Search.Testing;
using static Search.Store.Contract.Samples;

namespace Search.Store.Postgres.Tests;

public sealed class MigrationTests : IDisposable
{
    private const string Text = "Hướng dẫn thực hiện Chỉ thị 04-CT/TW.";
    private readonly string _folder = Directory.CreateTempSubdirectory("migrate-").FullName;
    private readonly PostgresSettings _settings = new() { ConnectionString = PostgresServer.Get().NewSchema() };

    private string Here => Path.Combine(_folder, "here");

    private string Back => Path.Combine(_folder, "back");

    [Fact]
    public void AStoreGoesToPostgresAndBackWithTheSameDigest()
    {
        Fill(Here);
        var there = StoreMigration.ToPostgres(Here, _settings);
        var back = StoreMigration.ToSqlite(Back, _settings);

        Assert.Equal(there, back);
        Assert.True(there.Rows > 5);
        using (var copy = PostgresDocumentStore.Open(Here, _settings, Catalogue.Default))
        {
            // The folder that was brought is the first copy: nothing has to come.
            Assert.False(copy.Shared!.Follow());
            Assert.True(copy.Verify().IsSound);
            copy.Remove("b.md");
        }

        using var own = SqliteDocumentStore.Open(Back, Catalogue.Default);
        Assert.Null(own.Shared);
        Assert.True(own.Verify().IsSound);
        Assert.True(own.Remove("a.md"));
    }

    [Fact]
    public void NothingIsBroughtWhereSomethingIs()
    {
        Fill(Here);
        StoreMigration.ToPostgres(Here, _settings);
        Fill(Back);

        Assert.Throws<StoreDamagedException>(() => StoreMigration.ToPostgres(Back, _settings));
        Assert.Throws<StoreDamagedException>(() => StoreMigration.ToSqlite(Back, _settings));
    }

    [Fact]
    public void ACopyIsNotWrittenWithoutItsTruth()
    {
        Fill(Here);
        StoreMigration.ToPostgres(Here, _settings);
        using var alone = SqliteDocumentStore.Open(Here, Catalogue.Default);

        Assert.Equal(2, alone.List().Count);
        Assert.Throws<IOException>(() => alone.Remove("a.md"));
        Assert.Throws<IOException>(() => alone.Records.Write(changes => changes.Remove(RecordKinds.Note, "n")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Fill(string folder)
    {
        using var store = SqliteDocumentStore.Open(folder, Catalogue.Default);
        store.Replace(File("a.md", Text), [Document("02-HD/BĐNTW@2017-01-16", Text, Cites(Text, "Chỉ thị 04-CT/TW", "04-CT/TW@2011-07-06"))]);
        store.Replace(File("b.md", "Kế hoạch."), [Document("25-KH/TU~ha-giang@2012-01-01", "Kế hoạch.")]);
        store.Records.Write(changes =>
        {
            changes.Put(RecordKinds.Note, "n", "{}");
            return true;
        });
    }
}
