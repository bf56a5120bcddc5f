using Search.Documents.Catalogues;
using Search.Store.Contract;
using Search.Testing;

namespace Search.Store.Postgres.Tests;

public sealed class PostgresRecordStoreTests : RecordStoreContract
{
    private readonly string _schema = PostgresServer.Get().NewSchema();

    protected override IDocumentStore Open(string folder) =>
        PostgresDocumentStore.Open(folder, new PostgresSettings { ConnectionString = _schema }, Catalogue.Default);
}
