using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Search.Store.Sqlite.Copies;

/// <summary>All rows of the store of a folder, for bringing them elsewhere, and what the folder is: a copy or the truth.</summary>
internal sealed class StoreRows : IDisposable
{
    private readonly SqliteConnection _connection;

    private StoreRows(SqliteConnection connection)
    {
        _connection = connection;
        RowDigest.Register(connection);
        Tables = MirroredTables.Of(connection);
    }

    /// <summary>The tables.</summary>
    public IReadOnlyList<MirroredTable> Tables { get; }

    /// <summary>How far the folder has followed a truth.</summary>
    public CopyPosition Position
    {
        get
        {
            using var statements = new PreparedStatements(_connection);
            return CopyPosition.Read(statements);
        }
    }

    /// <summary>Whether the folder is a copy.</summary>
    public bool IsCopy => Position != CopyPosition.Start;

    /// <summary>Opens the store of a folder; nobody may write it meanwhile.</summary>
    public static StoreRows Of(string dataDirectory)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = StoreDatabase.PathIn(dataDirectory), Mode = SqliteOpenMode.ReadWrite, Pooling = false,
        }.ToString());
        connection.Open();
        return new StoreRows(connection);
    }

    /// <summary>The rows of a table in the order of their keys, without what is the folder's own.</summary>
    public IEnumerable<object?[]> Read(MirroredTable table)
    {
        using var command = _connection.CreateCommand();
        var own = string.Equals(table.Name, MirroredTables.Meta, StringComparison.Ordinal) ? $"WHERE name NOT LIKE '{MirroredTables.LocalPrefix}%'" : "";
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture, $"SELECT {table.List()} FROM {table.Name} {own} ORDER BY {string.Join(", ", table.Keys.Select(key => key.Name))}");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object?[table.Columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            yield return row;
        }
    }

    /// <summary>Makes the folder a copy that is at a position.</summary>
    public void Become(CopyPosition position)
    {
        using var statements = new PreparedStatements(_connection);
        position.Write(statements);
    }

    /// <summary>Makes the folder a truth of its own.</summary>
    public void BecomeTruth() => _connection.Execute($"DELETE FROM meta WHERE name LIKE '{MirroredTables.LocalPrefix}%'");

    public void Dispose() => _connection.Dispose();
}
