using Dapper;
using Microsoft.Data.Sqlite;
using Search.Documents.Catalogues;
using Search.Store.Audit;
using Search.Store.Contract;

namespace Search.Store.Sqlite.Tests;

public sealed class SqliteRecordStoreTests : RecordStoreContract
{
    private const string Payload = "UPDATE records SET payload = 'x'";

    [Fact]
    public void NoStatementChangesTheAuditLog()
    {
        AuditLog.Append(Store.Records, new AuditEntry(DateTimeOffset.UnixEpoch, "an", AuditActions.SignedIn));
        Reopen();
        using var connection = Connect();

        Assert.Throws<SqliteException>(() => connection.Execute(Payload));
        Assert.Throws<SqliteException>(() => connection.Execute("DELETE FROM records"));
    }

    [Fact]
    public void ADamagedRecordIsFoundAndNeverServed()
    {
        Store.Records.Write(changes =>
        {
            changes.Put(RecordKinds.User, "a", "{}");
            changes.Put(RecordKinds.User, "b", "{}");
            return true;
        });
        using (var connection = Connect())
        {
            // A digest of something else, as a flipped bit leaves it.
            connection.CreateFunction("row_digest", (object?[] _) => new byte[8], isDeterministic: true);
            connection.Execute(Payload + " WHERE id = 'a'");
        }

        Assert.Throws<StoreDamagedException>(() => Reopen().Records.Read(RecordKinds.User, "a"));
        Assert.Equal(["b"], Store.Records.List(RecordKinds.User).Select(record => record.Id));
        Assert.Contains(Store.Verify().Problems, problem => problem is { Kind: "checksum", Subject: "records user/a" });
    }

    [Fact]
    public void AStoreOfTheVersionBeforeGetsItsRecords()
    {
        _ = Store.Revision;
        Reopen().Dispose();
        using (var connection = Connect())
        {
            connection.Execute("DROP TABLE records; DELETE FROM meta WHERE name = 'records'; PRAGMA user_version = 3;");
        }

        var store = Reopen();
        Assert.Equal(3, store.FormatChange!.From);
        AuditLog.Append(store.Records, new AuditEntry(DateTimeOffset.UnixEpoch, "an", AuditActions.SignedIn));
        Assert.True(store.Verify().IsSound);
    }

    protected override IDocumentStore Open(string folder) => SqliteDocumentStore.Open(folder, Catalogue.Default);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "knowledge.db")};Pooling=False");
        connection.Open();
        connection.CreateFunction("row_digest", (object?[] _) => new byte[8], isDeterministic: true);
        return connection;
    }
}
