using System.Globalization;
using Npgsql;
using Search.Store.Postgres.Database;
using Search.Store.Sqlite.Copies;

namespace Search.Store.Postgres.Sharing;

/// <summary>Brings a copy up to the shared store: everything that was written since, in one snapshot there and one
/// transaction here.</summary>
internal static class SharedFollower
{
    /// <summary>Takes what came after the copy's position.</summary>
    /// <param name="connection">A connection in a transaction that sees one state: a snapshot, or the head locked.</param>
    /// <param name="copy">The copy.</param>
    /// <returns>The head that was seen.</returns>
    /// <exception cref="StoreDamagedException">A commit is missing, or the tables are of a newer version.</exception>
    /// <exception cref="CopyPartedException">The copy holds a commit that is not there.</exception>
    public static Head Follow(NpgsqlConnection connection, StoreCopy copy) => copy.Receive((since, receiver) =>
    {
        var head = Head.Read(connection, locks: false);
        if (head.Format > StoreCopy.Format)
        {
            throw PostgresSchema.Newer(head.Format);
        }

        if (head.Position < since.Commit || !IsOn(connection, since))
        {
            throw new CopyPartedException(since.Commit);
        }

        if (head.Position > since.Commit)
        {
            receiver.Advance(new CopyPosition(head.Position, CheckCommits(connection, since.Commit, head.Position)));
            Take(connection, copy, receiver, since.Commit);
        }

        return head;
    });

    /// <summary>Whether the shared store has the commit that a copy is at.</summary>
    public static bool IsOn(NpgsqlConnection connection, CopyPosition position) =>
        position.Commit == 0 || MarkOf(connection, position.Commit) == position.Mark;

    /// <summary>The commits in order, none missing.</summary>
    /// <returns>Mark of the last one.</returns>
    private static long CheckCommits(NpgsqlConnection connection, long since, long head)
    {
        using var command = new NpgsqlCommand("SELECT position, id FROM sync_commits WHERE position > $1 ORDER BY position", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = since });
        using var reader = command.ExecuteReader();
        var (expected, mark) = (since, 0L);
        while (reader.Read())
        {
            expected++;
            if (reader.GetInt64(0) != expected)
            {
                throw Gap(expected);
            }

            mark = SharedTurn.MarkOf(reader.GetGuid(1));
        }

        return expected == head ? mark : throw Gap(expected + 1);
    }

    private static void Take(NpgsqlConnection connection, StoreCopy copy, CopyReceiver receiver, long since)
    {
        // A copy that holds nothing has nothing to make room for, and its rows need not be held here.
        if (since > 0)
        {
            TakeRemovals(connection, copy, receiver, since);
        }

        var waiting = new List<(MirroredTable Table, object?[] Row)>();
        foreach (var table in copy.Tables)
        {
            foreach (var row in Rows(connection, table, since))
            {
                if (since == 0 && !string.Equals(table.Name, MirroredTables.Meta, StringComparison.Ordinal))
                {
                    receiver.Put(table, row);
                    continue;
                }

                receiver.MakeRoom(table, row);
                waiting.Add((table, row));
            }
        }

        foreach (var (table, row) in waiting)
        {
            receiver.Put(table, row);
        }
    }

    /// <summary>The rows of a table that were written after a commit.</summary>
    /// <param name="connection">A connection in a transaction that sees one state.</param>
    /// <param name="table">The table.</param>
    /// <param name="since">Number of the commit; 0 for all rows.</param>
    /// <param name="isOrdered">Whether they come in the order of their keys.</param>
    public static IEnumerable<object?[]> Rows(NpgsqlConnection connection, MirroredTable table, long since, bool isOrdered = false)
    {
        using var command = new NpgsqlCommand(
            $"SELECT {table.List()} FROM {table.Name}"
            + (since > 0 ? $" WHERE {PostgresSchema.Position} > $1" : "")
            + (isOrdered ? $" ORDER BY {string.Join(", ", table.Keys.Select(key => key.Name))}" : ""),
            connection);
        if (since == 0)
        {
            // A whole table may be sorted for minutes before its first row comes.
            command.CommandTimeout = 0;
        }
        else
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = since });
        }

        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object?[table.Columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = RowValues.Read(table.Columns[i], reader, i);
            }

            yield return row;
        }
    }

    private static void TakeRemovals(NpgsqlConnection connection, StoreCopy copy, CopyReceiver receiver, long since)
    {
        using var command = new NpgsqlCommand("SELECT tbl, key1, key2 FROM sync_removals WHERE position > $1", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = since });
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var name = reader.GetString(0);
            if (copy.Tables.FirstOrDefault(table => string.Equals(table.Name, name, StringComparison.Ordinal)) is { } table)
            {
                receiver.Remove(table, [.. table.Keys.Select((key, i) => RowValues.KeyValue(key, reader.GetString(1 + i)))]);
            }
        }
    }

    private static long? MarkOf(NpgsqlConnection connection, long position)
    {
        using var command = new NpgsqlCommand("SELECT id FROM sync_commits WHERE position = $1", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position });
        return command.ExecuteScalar() is Guid id ? SharedTurn.MarkOf(id) : null;
    }

    private static StoreDamagedException Gap(long missing) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"Kho chung thiếu lần ghi {missing}; bản sao dừng ở trước đó. (The shared store lacks commit {missing}; the copy stays before it.)"));
}
