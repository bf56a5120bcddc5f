using Microsoft.Data.Sqlite;

namespace Search.Store.Sqlite;

/// <summary>A connection with its parsed statements, used by one thread at a time.</summary>
internal sealed class StoreSession(SqliteConnection connection) : IDisposable
{
    /// <summary>The connection.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>Its statements.</summary>
    public PreparedStatements Statements { get; } = new(connection);

    /// <summary>Begins a transaction that the statements run in until it is disposed of.</summary>
    public SqliteTransaction Begin(bool deferred)
    {
        var transaction = connection.BeginTransaction(deferred);
        Statements.Transaction = transaction;
        return transaction;
    }

    public void Dispose()
    {
        Statements.Dispose();
        connection.Dispose();
    }
}
