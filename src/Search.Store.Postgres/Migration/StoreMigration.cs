using Npgsql;
using NpgsqlTypes;
using Search.Documents.Catalogues;
using Search.Store.Postgres.Database;
using Search.Store.Postgres.Sharing;
using Search.Store.Rules;
using Search.Store.Sqlite;
using Search.Store.Sqlite.Copies;

namespace Search.Store.Postgres.Migration;

/// <summary>
/// Brings a whole store from SQLite to PostgreSQL and back. Both sides are compared by a digest over all rows before
/// anything is committed. The folder is the copy of the shared store afterwards, or the truth itself.
/// </summary>
public static class StoreMigration
{
    /// <summary>Brings the store of a data folder into an empty PostgreSQL; the folder becomes its first copy.</summary>
    /// <param name="dataDirectory">The data folder; nobody else may write it.</param>
    /// <param name="settings">Where PostgreSQL is.</param>
    /// <exception cref="StoreBusyException">Another process writes the folder, or PostgreSQL does not answer.</exception>
    /// <exception cref="StoreDamagedException">PostgreSQL holds a store already, or the two sides differ.</exception>
    /// <exception cref="IOException">PostgreSQL refused; nothing changed.</exception>
    public static MigrationResult ToPostgres(string dataDirectory, PostgresSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var alone = SqliteDocumentStore.Open(dataDirectory, Catalogue.Default);
        alone.BecomeWriter();
        using var database = new PostgresDatabase(settings, statementSeconds: 0);
        return Translated(() =>
        {
            using var rows = StoreRows.Of(dataDirectory);
            using var connection = database.Open();
            PostgresSchema.Ensure(connection, rows.Tables);
            using var transaction = connection.BeginTransaction();
            if (Head.Read(connection, locks: true).Position > 0)
            {
                throw new StoreDamagedException(
                    "PostgreSQL đã có kho dữ liệu; chỉ chuyển được vào nơi còn trống. (PostgreSQL holds a store already; only an empty one can be filled.)");
            }

            var (here, there) = (new RowDigest(), new RowDigest());
            foreach (var table in rows.Tables)
            {
                Import(connection, table, rows.Read(table), here);
            }

            var (revision, id) = (alone.Revision, Guid.CreateVersion7());
            using (var head = new NpgsqlCommand(
                "INSERT INTO sync_commits(position, id, revision, node, rows) VALUES (1, $1, $2, $3, $4)", connection))
            {
                head.Parameters.Add(new NpgsqlParameter { Value = id });
                head.Parameters.Add(new NpgsqlParameter { Value = revision });
                head.Parameters.Add(new NpgsqlParameter { Value = settings.Node });
                head.Parameters.Add(new NpgsqlParameter { Value = (int)Math.Min(here.Rows, int.MaxValue) });
                head.ExecuteNonQuery();
            }

            using (var head = new NpgsqlCommand("UPDATE sync_head SET position = 1, revision = $1", connection))
            {
                head.Parameters.Add(new NpgsqlParameter { Value = revision });
                head.ExecuteNonQuery();
            }

            Digest(connection, rows.Tables, there);
            var result = Compared(here, there, revision);
            transaction.Commit();
            rows.Become(new CopyPosition(1, SharedTurn.MarkOf(id)));
            return result;
        });
    }

    /// <summary>Brings the shared store into a data folder, which is a store of its own afterwards. The shared one stays as it is;
    /// writers wait while the last batch is taken.</summary>
    /// <param name="dataDirectory">The data folder: a copy, or empty.</param>
    /// <param name="settings">Where PostgreSQL is.</param>
    /// <exception cref="StoreBusyException">Another process writes the folder, or PostgreSQL does not answer.</exception>
    /// <exception cref="StoreDamagedException">The folder holds another store, or the two sides differ.</exception>
    public static MigrationResult ToSqlite(string dataDirectory, PostgresSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var isThere = SqliteDocumentStore.Exists(dataDirectory);
        if (isThere)
        {
            using var before = StoreRows.Of(dataDirectory);
            if (!before.IsCopy)
            {
                throw new StoreDamagedException(
                    $"'{dataDirectory}' đã có kho riêng; hãy chọn thư mục khác. (The folder holds a store of its own; choose another one.)");
            }
        }

        using (var copy = PostgresDocumentStore.Open(dataDirectory, settings, Catalogue.Default, NoLinker.Instance))
        {
            copy.BecomeWriter();
            copy.Shared!.Follow();
        }

        using var database = new PostgresDatabase(settings, statementSeconds: 0);
        return Translated(() =>
        {
            using var rows = StoreRows.Of(dataDirectory);
            using var connection = database.Open();
            using var transaction = connection.BeginTransaction();
            var head = Head.Read(connection, locks: true);
            if (rows.Position.Commit != head.Position)
            {
                throw new StoreBusyException("Kho chung vừa được ghi; hãy chạy lại. (The shared store has just been written; run it again.)");
            }

            var (here, there) = (new RowDigest(), new RowDigest());
            foreach (var table in rows.Tables)
            {
                here.Begin(table);
                foreach (var row in rows.Read(table))
                {
                    here.Add(row);
                }
            }

            Digest(connection, rows.Tables, there);
            var result = Compared(here, there, head.Revision);
            rows.BecomeTruth();
            return result;
        });
    }

    private static MigrationResult Compared(RowDigest here, RowDigest there, long revision)
    {
        using (here)
        using (there)
        {
            var (one, other) = (here.End(), there.End());
            return string.Equals(one, other, StringComparison.Ordinal)
                ? new MigrationResult(here.Rows, revision, one)
                : throw new StoreDamagedException(
                    $"Hai kho khác nhau sau khi chép ({one}, {other}); không có gì thay đổi. (The two stores differ after copying; nothing changed.)");
        }
    }

    private static void Import(NpgsqlConnection connection, MirroredTable table, IEnumerable<object?[]> rows, RowDigest digest)
    {
        digest.Begin(table);
        using var import = connection.BeginBinaryImport(
            $"COPY {table.Name}({table.List()}, {PostgresSchema.Position}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            digest.Add(row);
            import.StartRow();
            foreach (var value in row)
            {
                switch (value)
                {
                    case null: import.WriteNull(); break;
                    case long whole: import.Write(whole, NpgsqlDbType.Bigint); break;
                    case string text: import.Write(RowValues.ToText(text)!, NpgsqlDbType.Text); break;
                    default: import.Write((byte[])value, NpgsqlDbType.Bytea); break;
                }
            }

            import.Write(1L, NpgsqlDbType.Bigint);
        }

        import.Complete();
    }

    private static void Digest(NpgsqlConnection connection, IReadOnlyList<MirroredTable> tables, RowDigest digest)
    {
        foreach (var table in tables)
        {
            digest.Begin(table);
            foreach (var row in SharedFollower.Rows(connection, table, since: 0, isOrdered: true))
            {
                digest.Add(row);
            }
        }
    }

    private static MigrationResult Translated(Func<MigrationResult> migrate)
    {
        try
        {
            return migrate();
        }
        catch (Exception error) when (PostgresErrors.IsOurs(error))
        {
            throw PostgresErrors.Translate(error);
        }
    }
}
