using Microsoft.Data.Sqlite;

namespace Search.Store.Sqlite.Copies;

/// <summary>The store of a folder as the copy of a truth that lies elsewhere: how far it is, and how rows come in.</summary>
internal sealed class StoreCopy
{
    private readonly StoreDatabase _database;

    public StoreCopy(StoreDatabase database, Func<StoreCopy, ITruth> truth)
    {
        _database = database;
        using var connection = database.OpenReader();
        Tables = MirroredTables.Of(connection);
        Truth = truth(this);
    }

    /// <summary>What this is a copy of.</summary>
    public ITruth Truth { get; }

    /// <summary>The tables that are followed.</summary>
    public IReadOnlyList<MirroredTable> Tables { get; }

    /// <summary>Version of the tables.</summary>
    public static int Format => StoreSchema.Scripts.Count;

    /// <summary>How far the copy is, and the revision it has there.</summary>
    public (CopyPosition Position, long Revision) Now => _database.ReadSurely(
        static queries => (CopyPosition.Read(queries.Statements), queries.Revision));

    /// <summary>Brings rows in, in one transaction. Others that write to the folder wait meanwhile.</summary>
    /// <param name="write">Gets the position inside the transaction and writes what came after it.</param>
    /// <exception cref="StoreBusyException">Others wrote to the folder too long.</exception>
    public T Receive<T>(Func<CopyPosition, CopyReceiver, T> write) => _database.Checked(() => StoreResilience.Pipeline.Execute(
        static state =>
        {
            using var session = new StoreSession(state._database.OpenReceiver());
            using var transaction = session.Begin(deferred: false);
            var result = state.write(CopyPosition.Read(session.Statements), new CopyReceiver(session.Statements));
            transaction.Commit();
            RememberedRevision.Write(state._database.Directory, state._database.Read(static queries => queries.Revision));
            return result;
        },
        (_database, write)));

    /// <summary>Makes a change in the copy and in its truth.</summary>
    /// <param name="change">Makes it; is given the turn to pass to <see cref="Commit"/>.</param>
    public T Change<T>(Func<ITruthTurn, T> change) => Truth.Change(change);

    /// <summary>Notes what a connection changes from now on.</summary>
    public ChangeCapture Capture(SqliteConnection connection) => ChangeCapture.On(connection, Tables);

    /// <summary>Commits what a connection changed to the truth, before the connection commits it itself.</summary>
    public static void Commit(ITruthTurn turn, ChangeCapture capture, StoreSession session)
    {
        var changes = capture.Take(session.Statements.Transaction!);
        if (changes.Count > 0)
        {
            turn.Commit(changes, new StoreQueries(session.Statements).Revision, position => position.Write(session.Statements));
        }
    }
}
