using Microsoft.Data.Sqlite;
using Search.Store.Sqlite.Copies;

namespace Search.Store.Sqlite;

/// <summary>
/// The records of <c>knowledge.db</c>. They are written without <c>writer.lock</c>, in short transactions of their own, so
/// that an account can be made while a host takes documents in.
/// </summary>
internal sealed class SqliteRecordStore(StoreDatabase database, StoreCopy? copy) : IRecordStore
{
    private const int LongestId = 200;
    private readonly Lock _writing = new();

    public long Version => database.ReadSurely(static queries => queries.Records.Version);

    public StoredRecord? Read(string kind, string id) => database.ReadSurely(queries => queries.Records.Read(kind, id));

    public IReadOnlyList<StoredRecord> List(string kind, string after = "", int limit = int.MaxValue) =>
        database.ReadSurely(queries => queries.Records.List(kind, after, limit));

    public IReadOnlyList<StoredRecord> Of(string kind, string subject) => database.ReadSurely(queries => queries.Records.Of(kind, subject));

    public StoredRecord? Last(string kind) => database.ReadSurely(queries => queries.Records.Last(kind));

    public IReadOnlyList<StoredRecord> Since(long version, int limit = int.MaxValue) =>
        database.ReadSurely(queries => queries.Records.Since(version, limit));

    public T Write<T>(Func<IRecordChanges, T> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_writing)
        {
            try
            {
                return copy is null
                    ? StoreResilience.Pipeline.Execute(() => WriteOnce(change, turn: null))
                    : copy.Change(turn => WriteOnce(change, turn));
            }
            catch (SqliteException error)
            {
                throw StoreErrors.Translate(error, database.FilePath);
            }
            catch (Exception error) when (StoreErrors.IsWaitOver(error))
            {
                throw StoreErrors.Busy(error, database.FilePath);
            }
        }
    }

    private T WriteOnce<T>(Func<IRecordChanges, T> change, ITruthTurn? turn)
    {
        if (turn is null)
        {
            database.RefuseIfCopy();
        }

        using var session = new StoreSession(database.OpenWriter());
        var capture = turn is null ? null : copy!.Capture(session.Connection);
        using var transaction = session.Begin(deferred: false);
        var result = change(new Changes(new RecordQueries(session.Statements)));
        if (turn is not null)
        {
            StoreCopy.Commit(turn, capture!, session);
        }

        try
        {
            transaction.Commit();
        }
        catch (SqliteException) when (turn is not null)
        {
            // The truth has it; the copy gets it by following.
        }

        return result;
    }

    private sealed class Changes(RecordQueries queries) : IRecordChanges
    {
        private long? _version;

        private long Version => _version ??= queries.NextVersion();

        public StoredRecord? Read(string kind, string id) => queries.Read(kind, id);

        public IReadOnlyList<StoredRecord> List(string kind, string after = "", int limit = int.MaxValue) => queries.List(kind, after, limit);

        public IReadOnlyList<StoredRecord> Of(string kind, string subject) => queries.Of(kind, subject);

        public StoredRecord? Last(string kind) => queries.Last(kind);

        public void Put(string kind, string id, string payload, string? subject = null)
        {
            ArgumentException.ThrowIfNullOrEmpty(kind);
            ArgumentException.ThrowIfNullOrEmpty(id);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(id.Length, LongestId, nameof(id));
            ArgumentNullException.ThrowIfNull(payload);
            if (RecordKinds.IsAppendOnly(kind) && queries.Read(kind, id) is not null)
            {
                throw new InvalidOperationException($"Records of '{kind}' are only added to.");
            }

            queries.Put(kind, id, subject, Version, payload);
        }

        public bool Remove(string kind, string id)
        {
            if (RecordKinds.IsAppendOnly(kind))
            {
                throw new InvalidOperationException($"Records of '{kind}' are only added to.");
            }

            if (queries.Read(kind, id) is not { } record)
            {
                return false;
            }

            queries.Put(kind, id, record.Subject, Version, payload: null);
            return true;
        }
    }
}
