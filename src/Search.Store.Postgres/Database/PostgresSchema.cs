using System.Globalization;
using System.Text;
using Npgsql;
using Search.Store.Sqlite.Copies;

namespace Search.Store.Postgres.Database;

/// <summary>
/// The tables of the shared store. Those that order the commits are made by the scripts here, one a version and frozen
/// once released; those that hold the rows follow the tables of the copy, with a column for the commit that wrote each
/// row. All of it happens once, under a lock, and never backwards.
/// </summary>
internal static class PostgresSchema
{
    /// <summary>The commit that wrote a row.</summary>
    public const string Position = "sync_position";

    private static readonly string[] Scripts =
    [
        """
        CREATE TABLE sync_schema(version int NOT NULL);
        INSERT INTO sync_schema VALUES (0);

        CREATE TABLE sync_head(
          one boolean PRIMARY KEY DEFAULT true CHECK (one),
          position bigint NOT NULL,
          revision bigint NOT NULL,
          format int NOT NULL);
        INSERT INTO sync_head(position, revision, format) VALUES (0, 0, 0);

        CREATE TABLE sync_commits(
          position bigint PRIMARY KEY,
          id uuid NOT NULL UNIQUE,
          revision bigint NOT NULL,
          node text NOT NULL,
          rows int NOT NULL,
          at timestamptz NOT NULL DEFAULT clock_timestamp());

        CREATE TABLE sync_removals(
          tbl text COLLATE "C" NOT NULL,
          key1 text COLLATE "C" NOT NULL,
          key2 text COLLATE "C" NOT NULL,
          position bigint NOT NULL,
          PRIMARY KEY (tbl, key1, key2));
        CREATE INDEX sync_removals_position ON sync_removals(position);

        CREATE TABLE sync_leases(
          name text PRIMARY KEY,
          node text NOT NULL,
          epoch bigint NOT NULL,
          backend int NOT NULL,
          until timestamptz NOT NULL);

        CREATE TABLE sync_nodes(
          name text PRIMARY KEY,
          applied bigint NOT NULL,
          revision bigint NOT NULL,
          ready boolean NOT NULL,
          seen timestamptz NOT NULL);
        """,
    ];

    /// <summary>Makes or walks up the tables; one process does it while the others wait.</summary>
    /// <param name="connection">A connection to the primary.</param>
    /// <param name="tables">The tables of the copy.</param>
    /// <exception cref="StoreDamagedException">The tables are of a newer version.</exception>
    public static void Ensure(NpgsqlConnection connection, IReadOnlyList<MirroredTable> tables)
    {
        using var transaction = connection.BeginTransaction();
        Execute(connection, "SELECT pg_advisory_xact_lock(hashtextextended('search schema ' || current_schema(), 0))");
        var version = Exists(connection) ? Scalar(connection, "SELECT version FROM sync_schema") : 0;
        var format = version == 0 ? 0 : Scalar(connection, "SELECT format FROM sync_head");
        if (version > Scripts.Length || format > StoreCopy.Format)
        {
            throw Newer(version > Scripts.Length ? version : format);
        }

        if (version == Scripts.Length && format == StoreCopy.Format)
        {
            return;
        }

        for (var script = (int)version; script < Scripts.Length; script++)
        {
            Execute(connection, Scripts[script]);
        }

        foreach (var table in tables)
        {
            Execute(connection, Mirror(table));
        }

        Execute(connection, string.Create(
            CultureInfo.InvariantCulture, $"UPDATE sync_schema SET version = {Scripts.Length}; UPDATE sync_head SET format = {StoreCopy.Format};"));
        transaction.Commit();
    }

    /// <summary>The exception for tables of a newer version.</summary>
    public static StoreDamagedException Newer(long format) => new(
        $"Kho chung do một phiên bản mới hơn tạo ra (định dạng {format}); hãy nâng cấp nút này. "
        + $"(The shared store was written by a newer version, format {format}; upgrade this node.)");

    /// <summary>Type in PostgreSQL of a column of the copy.</summary>
    public static string TypeOf(MirroredColumn column) => column.Type switch
    {
        "INTEGER" => "bigint",
        "TEXT" => "text",
        "BLOB" => "bytea",
        var other => throw new InvalidOperationException($"A column of type '{other}' cannot be shared."),
    };

    private static string Mirror(MirroredTable table)
    {
        var sql = new StringBuilder();
        sql.Append(CultureInfo.InvariantCulture, $"CREATE TABLE IF NOT EXISTS {table.Name}({Position} bigint NOT NULL, ");
        sql.AppendJoin(", ", table.Columns.Select(Define));
        sql.Append(CultureInfo.InvariantCulture, $", PRIMARY KEY ({string.Join(", ", table.Keys.Select(key => key.Name))}));");
        sql.Append(CultureInfo.InvariantCulture, $"\nCREATE INDEX IF NOT EXISTS {table.Name}_{Position} ON {table.Name}({Position});");
        foreach (var column in table.Columns.Where(column => column.KeyPlace == 0))
        {
            sql.Append(CultureInfo.InvariantCulture, $"\nALTER TABLE {table.Name} ADD COLUMN IF NOT EXISTS {Define(column)};");
        }

        return sql.ToString();
    }

    private static string Define(MirroredColumn column)
    {
        var type = TypeOf(column);
        var order = type is "text" ? " COLLATE \"C\"" : "";
        var start = column.Default is { } value ? $" DEFAULT {value}" : "";
        return $"{column.Name} {type}{order}{(column.IsRequired || column.KeyPlace > 0 ? " NOT NULL" : "")}{start}";
    }

    private static bool Exists(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT to_regclass('sync_schema') IS NOT NULL", connection);
        return (bool)command.ExecuteScalar()!;
    }

    private static long Scalar(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        // An index over a large table, or another process that is at it, takes its time.
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
