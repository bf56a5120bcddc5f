using System.Globalization;
using Microsoft.Data.Sqlite;
using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Store.Audit;
using Search.Store.Rules;
using Search.Store.Sqlite.Copies;
using Search.Store.Sqlite.Writing;

namespace Search.Store.Sqlite;

// Longer than most files because it answers the whole contract of the store, each member in a line.
/// <summary>
/// The knowledge base in one SQLite file, <c>knowledge.db</c> in the data folder. Any number of processes may read
/// while one writes; the writer holds <c>writer.lock</c> from its first write until it is disposed. An acknowledged
/// change is on disk (<c>synchronous=FULL</c>).
/// </summary>
public sealed class SqliteDocumentStore : IDocumentStore
{
    private readonly Lock _writing = new();
    private readonly StoreDatabase _database;
    private readonly StubFacts _facts;
    private readonly long _remembered;
    private readonly ICitationLinker _linker;
    private WriterLock? _lock;
    private readonly StoreCopy? _copy;
    private StoreSession? _writer;
    private ChangeCapture? _capture;

    private SqliteDocumentStore(StoreDatabase database, Catalogue catalogue, ICitationLinker linker, long remembered, Func<StoreCopy, ITruth>? truth)
    {
        _database = database;
        _remembered = remembered;
        _facts = new StubFacts(catalogue);
        _linker = linker;
        _copy = truth is null ? null : new StoreCopy(database, truth);
        Records = new SqliteRecordStore(database, _copy);
    }

    /// <inheritdoc/>
    public long Revision => Read(static queries => queries.Revision);

    /// <inheritdoc/>
    public IRecordStore Records { get; }

    /// <inheritdoc/>
    public ISharedTruth? Shared => _copy?.Truth;

    /// <inheritdoc/>
    public FormatChange? FormatChange =>
        _database.FoundFormat == 0 ? null : new FormatChange(_database.FoundFormat, StoreSchema.Scripts.Count);

    /// <inheritdoc/>
    public long RememberedRevision => _remembered;

    /// <inheritdoc/>
    public IReadOnlyList<string> DamageFound => _database.Damage.Subjects;

    /// <summary>Opens the store of a data folder; makes folder and store when missing, and walks an older format up to
    /// the present one.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="catalogue">Gives stubs the names the register knows.</param>
    /// <param name="linker">Decides about waiting citations; null links nothing later.</param>
    /// <param name="maxBytes">Largest size of the store; what does not fit is refused as on a full disk. 0 for none.</param>
    /// <exception cref="StoreDamagedException">The file is no store, is damaged, or is of a newer version.</exception>
    /// <exception cref="StoreBusyException">The store has to be made or walked up and another process writes.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public static SqliteDocumentStore Open(
        string dataDirectory, Catalogue catalogue, ICitationLinker? linker = null, long maxBytes = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        ArgumentNullException.ThrowIfNull(catalogue);
        // Before the store: a writer beside us commits first and remembers then.
        var remembered = Search.Store.RememberedRevision.Read(dataDirectory);
        return new SqliteDocumentStore(StoreDatabase.Open(dataDirectory, maxBytes), catalogue, linker ?? NoLinker.Instance, remembered, truth: null);
    }

    /// <summary>Opens the store of a data folder as the copy of a truth that lies elsewhere.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="catalogue">Gives stubs the names the register knows.</param>
    /// <param name="linker">Decides about waiting citations.</param>
    /// <param name="truth">Makes the truth for the copy; it is disposed of with the store.</param>
    internal static SqliteDocumentStore OpenCopy(
        string dataDirectory, Catalogue catalogue, ICitationLinker linker, Func<StoreCopy, ITruth> truth)
    {
        var database = StoreDatabase.Open(dataDirectory, maxBytes: 0);
        try
        {
            return new SqliteDocumentStore(database, catalogue, linker, Search.Store.RememberedRevision.Read(dataDirectory), truth);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Version of the tables that this program writes; it reads older ones and leaves newer ones alone.</summary>
    public static int Format => StoreSchema.Scripts.Count;

    /// <summary>Takes the store that <see cref="CopyTo"/> put into a folder as that of a data folder, which has none.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="from">The folder, on the same disk.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void MoveInto(string dataDirectory, string from) =>
        DurableFiles.Move(StoreDatabase.PathIn(from), StoreDatabase.PathIn(dataDirectory), overwrite: false);

    /// <summary>Where the store of a data folder lies.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    public static string PathIn(string dataDirectory) => StoreDatabase.PathIn(dataDirectory);

    /// <summary>Whether a data folder holds a store already.</summary>
    public static bool Exists(string dataDirectory) => StoreDatabase.Exists(dataDirectory);

    /// <summary>Whether a data folder holds no store but what one leaves: its log, or the revision it had.</summary>
    public static bool HasRemains(string dataDirectory) => !Exists(dataDirectory)
        && (Search.Store.RememberedRevision.Read(dataDirectory) > 0 || StoreDatabase.HasLog(dataDirectory));

    /// <summary>Forgets the store that was there, so that a new one can begin: its log and its revision are set aside.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void SetRemainsAside(string dataDirectory) => StoreDatabase.SetRemainsAside(dataDirectory);

    /// <inheritdoc/>
    public void ContinueAfter(long lost) => Write(transaction => transaction.ContinueAfter(lost));

    /// <inheritdoc/>
    public (int Rows, IReadOnlyList<DamagedFile> Files) Mend()
    {
        if (_copy is not null)
        {
            // What is damaged here is whole in the truth, and mending would carry the damage there.
            throw new StoreDamagedException(
                $"'{_database.FilePath}' là bản sao của kho chung; hãy xóa tệp này rồi khởi động lại để chép lại. "
                + "(The file is a copy of the shared store; delete it and start again, and it is copied again.)");
        }

        lock (_writing)
        {
            BecomeWriter();
            CloseWriter();
            try
            {
                using var connection = _database.OpenWriter();
                Dapper.SqlMapper.Execute(connection, "REINDEX;");
                var problem = Dapper.SqlMapper.ExecuteScalar<string>(connection, "PRAGMA integrity_check(1);");
                if (problem is not "ok")
                {
                    throw new StoreDamagedException($"'{_database.FilePath}': {problem}");
                }
            }
            catch (SqliteException error)
            {
                throw new StoreDamagedException($"'{_database.FilePath}': {error.Message}", error);
            }
        }

        var mended = Write(static transaction => transaction.Mend());
        _database.Damage.Clear();
        return mended;
    }

    /// <inheritdoc/>
    public void CopyTo(string path)
    {
        using (DurableFiles.Create(path, FileMode.CreateNew))
        {
            // Made with the right of its owner alone; SQLite fills it.
        }

        try
        {
            using var source = _database.OpenReader();
            using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            target.Open();
            source.BackupDatabase(target);
        }
        catch (SqliteException error)
        {
            throw StoreErrors.Translate(error, path);
        }
    }

    /// <inheritdoc/>
    public void MoveRoot(string name, string folder) => Write(transaction => transaction.MoveRoot(name, folder));

    /// <inheritdoc/>
    public bool IsSound(string path) => Read(queries => queries.IsSoundFile(path));

    /// <inheritdoc/>
    public void BecomeWriter()
    {
        lock (_writing)
        {
            _lock ??= WriterLock.Take(_database.Directory);
        }
    }

    /// <inheritdoc/>
    public void WriteTogether(Action<IStoreChanges> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Write(transaction =>
        {
            changes(transaction);
            return true;
        });
    }

    /// <inheritdoc/>
    public SourceRoot AddRoot(string folder) => Write(transaction => transaction.AddRoot(folder));

    /// <inheritdoc/>
    public IReadOnlyList<SourceRoot> Roots() => Read(static queries => queries.Roots());

    /// <inheritdoc/>
    public DocumentRecord? Read(DocumentKey key) =>
        Read(queries => queries.RowOrAlias(key.Value) is { } row ? queries.Record(row) : null);

    /// <inheritdoc/>
    public DocumentRecord? ReadFrom(DocumentKey key, string path) =>
        Read(queries => queries.RowOrAlias(key.Value) is { } row ? queries.Record(row, path) : null);

    /// <inheritdoc/>
    public Document? Analysis(DocumentKey key) => Read(queries => queries.Analysis(key.Value));

    /// <inheritdoc/>
    public DocumentRecord? ReadBySlug(string slug) =>
        Read(queries => queries.RowBySlug(slug) is { } row ? queries.Record(row) : null);

    /// <inheritdoc/>
    public DocumentKey? OfFormerKey(DocumentKey key) =>
        Read(queries => queries.RowOfFormerKey(key.Value) is { } row ? StoreValues.Key(row.Key) : null);

    /// <inheritdoc/>
    public DocumentSummary? Summary(DocumentKey key) => Read(queries => queries.RowOrAlias(key.Value)?.Checked().ToSummary());

    /// <inheritdoc/>
    public ILookup<DocumentKey, string> SourcePaths() => Read(queries => queries.SourcePaths());

    /// <inheritdoc/>
    public IReadOnlyDictionary<DocumentKey, string> PrintedNumbers() => Read(queries => queries.PrintedNumbers());

    /// <inheritdoc/>
    public IReadOnlyDictionary<DocumentKey, string> PrintedNumbersOf(IEnumerable<DocumentKey> keys) => Read(queries => queries.PrintedNumbersOf(keys));

    /// <inheritdoc/>
    public IReadOnlyList<DocumentSummary> List(bool includeStubs = false) => Read(queries => queries.List(includeStubs));

    /// <inheritdoc/>
    public IReadOnlyList<Citation> CitationsOf(DocumentKey key) =>
        Read(queries => queries.RowOrAlias(key.Value) is { } row ? queries.CitationsOf(row.Id) : []);

    /// <inheritdoc/>
    public IReadOnlyList<Citation> OwnDays(DocumentKey key) =>
        Read(queries => queries.RowOrAlias(key.Value) is { } row ? queries.OwnDays(row.Id) : []);

    /// <inheritdoc/>
    public IReadOnlyList<Citation> CitationsTo(DocumentKey key) =>
        Read(queries => queries.RowOrAlias(key.Value) is { } row ? queries.CitationsTo(row.Id) : []);

    /// <inheritdoc/>
    public IReadOnlyList<CitationRecord> CitedBy(DocumentKey key, int limit = 1000) =>
        Read(queries => queries.RowOrAlias(key.Value) is { } row ? queries.CitedBy(row.Id, limit) : []);

    /// <inheritdoc/>
    public IReadOnlyList<StubRecord> Stubs(int limit) => Read(queries => queries.Stubs(limit));

    /// <inheritdoc/>
    public IReadOnlyList<CitationRecord> OpenCitations(int limit) => Read(queries => queries.OpenCitations(limit));

    /// <inheritdoc/>
    public IReadOnlyList<Citation> Links() => Read(static queries => queries.Links());

    /// <inheritdoc/>
    public IReadOnlyList<DocumentChange> Changes(long sinceRevision) => Read(queries => queries.Changes(sinceRevision));

    /// <inheritdoc/>
    public IReadOnlyList<DocumentPrint> Prints(long sinceRevision) => Read(queries => queries.Prints(sinceRevision));

    /// <inheritdoc/>
    public IReadOnlyList<StoredFile> Files(int limit = int.MaxValue) => Read(queries => queries.Files(limit));

    /// <inheritdoc/>
    public void EachFile(Action<StoredFile> take)
    {
        ArgumentNullException.ThrowIfNull(take);
        Read(queries => queries.EachFile(take));
    }

    /// <inheritdoc/>
    public StoredFile? File(string path) => Read(queries => queries.File(path));

    /// <inheritdoc/>
    public IReadOnlyList<DocumentKey> DocumentsOf(string path) => Read(queries => queries.DocumentsOf(path));

    /// <inheritdoc/>
    public IReadOnlyList<QuarantineEntry> Quarantine(int skip = 0, int limit = int.MaxValue, string? withoutCode = null) =>
        Read(queries => queries.Quarantine(skip, limit, withoutCode));

    /// <inheritdoc/>
    public long CountQuarantine(string? withoutCode = null) => Read(queries => queries.CountQuarantine(withoutCode));

    /// <inheritdoc/>
    public void EachRefused(Action<QuarantineEntry> take)
    {
        ArgumentNullException.ThrowIfNull(take);
        Read(queries => queries.EachRefused(take));
    }

    /// <inheritdoc/>
    public bool Release(string path) => Write(transaction => transaction.Release(path));

    /// <inheritdoc/>
    public StoreStatistics Statistics() => Read(queries => queries.Statistics(_database.Bytes()));

    /// <inheritdoc/>
    public IStoreSnapshot? OpenSnapshot() => _database.Checked(() => new SqliteStoreSnapshot(_database));

    /// <inheritdoc/>
    public bool ClearLog()
    {
        lock (_writing)
        {
            if (_lock is null)
            {
                return true; // Whoever writes clears it.
            }

            return _database.Checked(() =>
            {
                _writer ??= new StoreSession(_database.OpenWriter());

                // The first column tells whether a reader of an older revision was in the way.
                return Dapper.SqlMapper.ExecuteScalar<long>(_writer.Connection, "PRAGMA wal_checkpoint(TRUNCATE);") == 0;
            });
        }
    }

    /// <inheritdoc/>
    public StoreVerification Verify(CancellationToken ct = default)
    {
        try
        {
            using var connection = _database.OpenReader();
            var found = new StoreVerifier(connection).Verify(ct);
            return found with { Problems = [.. found.Problems, .. AuditProblems(ct)] };
        }
        catch (SqliteException error)
        {
            return new StoreVerification(0, 0, 0, [new StoreProblem("database", "", StoreErrors.Translate(error, _database.FilePath).Message)]);
        }
    }

    /// <inheritdoc/>
    public KnownDocument? Find(DocumentKey key) => Read(queries => queries.Find(key));

    /// <inheritdoc/>
    public IReadOnlyList<KnownDocument> FindByNumber(string canonicalNumber) =>
        Read(queries => queries.FindByNumber(canonicalNumber));

    /// <inheritdoc/>
    public IReadOnlyList<KnownDocument> FindBySequence(string type, string sequence) =>
        Read(queries => queries.FindBySequence(type, sequence));

    /// <inheritdoc/>
    public IReadOnlyList<KnownDocument> FindByTitle(string type, string title, int limit) =>
        Read(queries => queries.FindByTitle(type, title, limit));

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_writing)
        {
            CloseWriter();
            _copy?.Truth.Dispose();
            _database.Dispose();
            _lock?.Dispose();
            _lock = null;
        }
    }

    private T Read<T>(Func<StoreQueries, T> read) => _database.ReadSurely(read);

    private T Write<T>(Func<StoreTransaction, T> write)
    {
        lock (_writing)
        {
            BecomeWriter();
            try
            {
                return _copy is null
                    ? StoreResilience.Pipeline.Execute(() => WriteOnce(write, turn: null))
                    : _copy.Change(turn => WriteOnce(write, turn));
            }
            catch (Exception error) when (StoreErrors.IsWaitOver(error))
            {
                CloseWriter();
                throw StoreErrors.Busy(error, _database.FilePath);
            }
            catch (SqliteException error)
            {
                // What SQLite has in memory after a failed write is not trusted: the next write opens the file again.
                CloseWriter();
                throw StoreErrors.Translate(error, _database.FilePath);
            }
        }
    }

    private T WriteOnce<T>(Func<StoreTransaction, T> write, ITruthTurn? turn)
    {
        if (_writer is null && turn is null)
        {
            _database.RefuseIfCopy();
        }

        _writer ??= new StoreSession(_database.OpenWriter());
        if (turn is not null)
        {
            _capture ??= _copy!.Capture(_writer.Connection);
        }

        using var transaction = new StoreTransaction(_writer, _facts, _linker);
        var result = write(transaction);
        transaction.Seal();
        if (turn is not null)
        {
            StoreCopy.Commit(turn, _capture!, _writer);
        }

        try
        {
            Search.Store.RememberedRevision.Write(_database.Directory, transaction.Commit());
        }
        catch (SqliteException) when (turn is not null)
        {
            CloseWriter(); // The truth has it; the copy gets it by following.
        }

        return result;
    }

    private IEnumerable<StoreProblem> AuditProblems(CancellationToken ct)
    {
        try
        {
            return [.. AuditLog.Verify(Records, ct).Select(found => new StoreProblem("audit", found.Number.ToString(CultureInfo.InvariantCulture), found.Problem))];
        }
        catch (Exception error) when (error is IOException or StoreDamagedException)
        {
            return [new StoreProblem("audit", "", error.Message)];
        }
    }

    private void CloseWriter()
    {
        _writer?.Dispose();
        _writer = null;
        _capture = null;
    }
}
