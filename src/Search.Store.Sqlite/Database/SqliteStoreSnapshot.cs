using Microsoft.Data.Sqlite;
using Search.Documents;

namespace Search.Store.Sqlite;

/// <summary>A read transaction that is held open, on a connection of its own.</summary>
internal sealed class SqliteStoreSnapshot : IStoreSnapshot
{
    /// <summary>Bytes of the log past which holding a revision costs more than it is worth.</summary>
    private const long CostlyLog = 64L << 20;

    private readonly Lock _reading = new();
    private readonly StoreDatabase _database;
    private readonly StoreSession _session;
    private readonly SqliteTransaction _transaction;
    private readonly StoreQueries _queries;

    public SqliteStoreSnapshot(StoreDatabase database)
    {
        _database = database;
        _session = new StoreSession(database.OpenReader());
        try
        {
            _transaction = _session.Begin(deferred: true);
            _queries = new StoreQueries(_session.Statements) { Note = database.Damage.Add };

            // The first read takes the revision; all later ones see the same.
            Revision = _queries.Revision;
        }
        catch
        {
            _transaction?.Dispose();
            _session.Dispose();
            throw;
        }
    }

    public long Revision { get; }

    public bool IsCostly => _database.LogBytes() > CostlyLog;

    public DocumentRecord? Read(DocumentKey key) => Read(queries => queries.RowOrAlias(key.Value) is { } row ? queries.Record(row) : null);

    public IReadOnlyList<DocumentChange> Changes(long sinceRevision) => Read(queries => queries.Changes(sinceRevision));

    public IReadOnlyList<CitationRecord> CitedBy(DocumentKey key, int limit) =>
        Read(queries => queries.RowOrAlias(key.Value) is { } row ? queries.CitedBy(row.Id, limit) : []);

    public void Dispose()
    {
        lock (_reading)
        {
            _transaction.Dispose();
            _session.Dispose();
        }
    }

    private T Read<T>(Func<StoreQueries, T> read)
    {
        lock (_reading)
        {
            return _database.Checked(() => read(_queries));
        }
    }
}
