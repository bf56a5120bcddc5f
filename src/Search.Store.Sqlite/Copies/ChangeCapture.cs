using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Search.Store.Sqlite.Copies;

/// <summary>
/// Notes which rows the transactions of one connection touch, by triggers that only this connection has, and reads them
/// before the commit. What is noted is rolled back with the rest.
/// </summary>
internal sealed class ChangeCapture
{
    private readonly IReadOnlyList<MirroredTable> _tables;
    private readonly SqliteConnection _connection;

    private ChangeCapture(SqliteConnection connection, IReadOnlyList<MirroredTable> tables)
    {
        _connection = connection;
        _tables = tables;
    }

    /// <summary>Begins to note changes; a connection that a pool gives back may be at it already.</summary>
    public static ChangeCapture On(SqliteConnection connection, IReadOnlyList<MirroredTable> tables)
    {
        var sql = new StringBuilder(
            """
            PRAGMA temp_store = MEMORY;
            CREATE TEMP TABLE IF NOT EXISTS touched(place INTEGER NOT NULL, k1 NOT NULL, k2 NOT NULL, PRIMARY KEY (place, k1, k2)) WITHOUT ROWID;
            """);
        for (var place = 0; place < tables.Count; place++)
        {
            var (table, own) = (tables[place], string.Equals(tables[place].Name, MirroredTables.Meta, StringComparison.Ordinal));
            foreach (var (action, rows) in new[] { ("INSERT", "new"), ("DELETE", "old"), ("UPDATE", "old new") })
            {
                sql.Append(CultureInfo.InvariantCulture, $"\nCREATE TEMP TRIGGER IF NOT EXISTS touched_{table.Name}_{action} AFTER {action} ON main.{table.Name} ");
                if (own)
                {
                    sql.Append(CultureInfo.InvariantCulture, $"WHEN {rows[..3]}.name NOT LIKE '{MirroredTables.LocalPrefix}%' ");
                }

                sql.Append("BEGIN ");
                foreach (var row in rows.Split(' '))
                {
                    // Not "or ignore": in a trigger the conflict clause of the statement that fired it holds.
                    var keys = table.Keys.Select(key => $"{row}.{key.Name}").Append("''").Take(2).ToList();
                    sql.Append(
                        CultureInfo.InvariantCulture,
                        $"""
                        INSERT INTO touched SELECT {place}, {keys[0]}, {keys[1]}
                          WHERE NOT EXISTS (SELECT 1 FROM touched WHERE place = {place} AND k1 = {keys[0]} AND k2 = {keys[1]});
                        """);
                }

                sql.Append("END;");
            }
        }

        connection.Execute(sql.ToString());
        return new ChangeCapture(connection, tables);
    }

    /// <summary>What the current transaction changed, table by table; noting begins again.</summary>
    public IReadOnlyList<TableChange> Take(SqliteTransaction transaction)
    {
        var changes = new List<TableChange>();
        foreach (var place in _connection.Query<int>("SELECT DISTINCT place FROM touched ORDER BY place", transaction: transaction).AsList())
        {
            changes.Add(Take(_tables[place], place, transaction));
        }

        _connection.Execute("DELETE FROM touched", transaction: transaction);
        return changes;
    }

    private TableChange Take(MirroredTable table, int place, SqliteTransaction transaction)
    {
        var (written, removed) = (new List<object?[]>(), new List<object?[]>());
        using var command = _connection.CreateCommand();
        command.Transaction = transaction;
        var join = string.Join(" AND ", table.Keys.Select((key, i) => $"t.{key.Name} = x.k{i + 1}"));
        command.CommandText =
            $"SELECT x.k1, x.k2, t.{table.Keys[0].Name} IS NULL, {table.List("t.")} FROM touched x LEFT JOIN main.{table.Name} t ON {join} WHERE x.place = {place.ToString(CultureInfo.InvariantCulture)}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (reader.GetInt64(2) != 0)
            {
                removed.Add([.. Enumerable.Range(0, table.Keys.Count).Select(reader.GetValue)]);
                continue;
            }

            var row = new object?[table.Columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i + 3) ? null : reader.GetValue(i + 3);
            }

            written.Add(row);
        }

        return new TableChange(table, written, removed);
    }
}
