using System.Collections.Concurrent;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Search.Store.Sqlite;

/// <summary>The database file: opening it safely, walking older formats up to ours, handing out connections.</summary>
internal sealed class StoreDatabase : IDisposable
{
    private const string FileName = "knowledge.db";
    private const int NotADatabase = 26;
    private const int Corrupt = 11;
    private const int PageBytes = 4096;

    private readonly ConcurrentBag<StoreSession> _idle = [];
    private readonly string _readers;
    private readonly string _writers;
    private readonly string _receivers;

    private readonly long _maxBytes;

    /// <summary>What reading has found damaged since the file was opened.</summary>
    public DamageNotes Damage { get; } = new();

    private StoreDatabase(string directory, long maxBytes)
    {
        _maxBytes = maxBytes;
        Directory = directory;
        FilePath = PathIn(directory);
        _readers = Connect(SqliteOpenMode.ReadOnly);
        _writers = Connect(SqliteOpenMode.ReadWriteCreate);
        _receivers = Connect(SqliteOpenMode.ReadWrite);
    }

    public string Directory { get; }

    public string FilePath { get; }

    /// <summary>The format that opening found and walked up; 0 where the file was new or of ours.</summary>
    public int FoundFormat { get; private set; }

    /// <summary>Where the store of a data folder lies.</summary>
    public static string PathIn(string directory) => Path.Combine(directory, FileName);

    /// <exception cref="StoreDamagedException">The file is no store of ours, or of a newer version.</exception>
    /// <exception cref="StoreBusyException">The file has to be made or walked up, and another process writes.</exception>
    public static StoreDatabase Open(string directory, long maxBytes)
    {
        DurableFiles.MakeFolder(directory);
        var database = new StoreDatabase(directory, maxBytes);
        try
        {
            database.Migrate();
            return database;
        }
        catch (SqliteException error) when (error.SqliteErrorCode is not (NotADatabase or Corrupt))
        {
            database.Dispose();
            throw StoreErrors.Translate(error, database.FilePath);
        }
        catch (SqliteException error)
        {
            database.Dispose();
            throw new StoreDamagedException(
                $"'{database.FilePath}' không phải là kho dữ liệu hoặc đã hỏng: {error.Message}. Hãy khôi phục từ bản "
                + "sao lưu, hoặc xóa tệp này rồi nạp lại các văn bản gốc. (The file is not a store or is damaged; "
                + "restore a backup, or delete it and ingest the sources again.)",
                error);
        }
    }

    /// <summary>Whether there is a log of the last changes.</summary>
    public static bool HasLog(string directory) => new FileInfo(Path.Combine(directory, FileName + "-wal")) is { Exists: true, Length: > 0 };

    /// <summary>Renames what a store that is gone left: it may still be of use to somebody.</summary>
    public static void SetRemainsAside(string directory)
    {
        foreach (var name in (string[])[FileName + "-wal", FileName + "-shm", "revision"])
        {
            var path = Path.Combine(directory, name);
            if (File.Exists(path))
            {
                DurableFiles.Move(path, path + ".lost", overwrite: true);
            }
        }
    }

    public static bool Exists(string directory) => File.Exists(Path.Combine(directory, FileName));

    /// <summary>Bytes on disk, the log of the last changes included.</summary>
    public long Bytes() => BytesOf(FilePath) + LogBytes();

    /// <summary>Bytes of the log of the last changes.</summary>
    public long LogBytes() => BytesOf(FilePath + "-wal");

    /// <summary>Reads on one snapshot of the database. Sessions are kept, so that their statements are parsed once.</summary>
    public T Read<T>(Func<StoreQueries, T> read)
    {
        if (!_idle.TryTake(out var session))
        {
            session = new StoreSession(OpenReader());
        }

        try
        {
            using var snapshot = session.Begin(deferred: true);
            var result = read(new StoreQueries(session.Statements) { Note = Damage.Add });
            snapshot.Commit();
            _idle.Add(session);
            return result;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>As <see cref="Read"/>, tried again where the disk was busy, and with errors that callers of the store know.</summary>
    /// <exception cref="StoreDamagedException">What was read is damaged.</exception>
    /// <exception cref="StoreBusyException">The store was busy too long.</exception>
    public T ReadSurely<T>(Func<StoreQueries, T> read) =>
        Checked(() => StoreResilience.Reading.Execute(static state => state.Item1.Read(state.read), (this, read)));

    /// <summary>Reads, and says in the store's own errors what is wrong.</summary>
    public T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException error)
        {
            throw StoreErrors.Translate(error, FilePath);
        }
        catch (StoreDamagedException error)
        {
            Damage.Add(error.Message);
            throw;
        }
        catch (Exception error) when (error is InvalidCastException or FormatException or ArgumentOutOfRangeException)
        {
            // A page that reads as something the schema does not hold.
            Damage.Add("database");
            throw new StoreDamagedException(
                $"Một bản ghi trong '{FilePath}' bị hỏng; hãy chạy `search repair`. (A record of the store is damaged; run `search repair`.)", error);
        }
        catch (Exception error) when (StoreErrors.IsWaitOver(error))
        {
            throw StoreErrors.Busy(error, FilePath);
        }
    }

    /// <summary>A connection for reading.</summary>
    public SqliteConnection OpenReader() => Opened(new SqliteConnection(_readers));

    /// <summary>A connection for writing. With <c>synchronous=FULL</c> a commit returns after the flush; with
    /// <c>secure_delete</c> nothing of a removed text stays behind in free pages. The cache holds what a transaction of
    /// many files touches, which otherwise goes to the log and comes back before the commit.</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = Opened(new SqliteConnection(_writers));
        connection.Execute("""
            PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON;
            PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16384;
            """);
        if (_maxBytes > 0)
        {
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {_maxBytes / PageBytes};"));
        }

        return connection;
    }

    /// <summary>Refuses to write a copy of a shared store as if it were a store of its own: the two would part for good.</summary>
    /// <exception cref="IOException">The folder holds a copy.</exception>
    public void RefuseIfCopy()
    {
        using var connection = OpenReader();
        if (connection.ExecuteScalar<long>("SELECT count(*) FROM meta WHERE name LIKE 'local-%'") > 0)
        {
            throw new IOException(
                $"'{Directory}' là bản sao của kho chung trong PostgreSQL; hãy đặt Search__Store (Search:Store) như khi tạo bản sao. "
                + "(The folder is a copy of a shared store in PostgreSQL; set Search__Store as when it was made.)");
        }
    }

    /// <summary>A connection for rows that come from elsewhere as a whole: what refers to what is not checked on the way, and
    /// a power cut may cost the last of them, which come again.</summary>
    public SqliteConnection OpenReceiver()
    {
        var connection = Opened(new SqliteConnection(_receivers));
        connection.Execute("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON; PRAGMA cache_size = -16384;");
        return connection;
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }

        using (var readers = new SqliteConnection(_readers))
        {
            SqliteConnection.ClearPool(readers);
        }

        using (var writers = new SqliteConnection(_writers))
        {
            SqliteConnection.ClearPool(writers);
        }

        using (var receivers = new SqliteConnection(_receivers))
        {
            SqliteConnection.ClearPool(receivers);
        }
    }

    private static long BytesOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static SqliteConnection Opened(SqliteConnection connection) => StoreResilience.Pipeline.Execute(
        static opening =>
        {
            opening.Open();
            RowDigest.Register(opening);
            return opening;
        },
        connection);

    private string Connect(SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = FilePath,
        Mode = mode,
        DefaultTimeout = 1, // seconds; beyond it StoreResilience waits with jitter
    }.ToString();

    private void Migrate()
    {
        if (File.Exists(FilePath) && Version() == StoreSchema.Scripts.Count)
        {
            return;
        }

        using var alone = WriterLock.Take(Directory);
        using var connection = OpenWriter();
        connection.Execute("PRAGMA journal_mode = WAL;");
        var version = Version(connection);
        FoundFormat = version;
        while (version < StoreSchema.Scripts.Count)
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(StoreSchema.Scripts[version], transaction: transaction);
            version++;
            connection.Execute(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"PRAGMA application_id = {StoreSchema.ApplicationId}; PRAGMA user_version = {version};"),
                transaction: transaction);
            transaction.Commit();
        }
    }

    private int Version()
    {
        using var connection = OpenReader();
        return Version(connection);
    }

    private int Version(SqliteConnection connection)
    {
        var version = connection.ExecuteScalar<int>("PRAGMA user_version;");
        var application = connection.ExecuteScalar<int>("PRAGMA application_id;");
        if (version > 0 && application != StoreSchema.ApplicationId)
        {
            throw new StoreDamagedException(
                $"'{FilePath}' là cơ sở dữ liệu của một chương trình khác. (The file belongs to another program.)");
        }

        if (version > StoreSchema.Scripts.Count)
        {
            throw new StoreDamagedException(
                $"'{FilePath}' do một phiên bản mới hơn tạo ra (định dạng {version}, chương trình này đọc đến "
                + $"{StoreSchema.Scripts.Count}). (The store was written by a newer version of this program.)");
        }

        return version;
    }
}
