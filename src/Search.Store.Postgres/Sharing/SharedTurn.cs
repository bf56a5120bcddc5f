using System.Buffers.Binary;
using Npgsql;
using NpgsqlTypes;
using Search.Store.Postgres.Database;
using Search.Store.Sqlite.Copies;

namespace Search.Store.Postgres.Sharing;

/// <summary>One change of the shared store, made while its head is locked: its rows go in one batch of statements.</summary>
internal sealed class SharedTurn(
    NpgsqlConnection connection, NpgsqlTransaction transaction, Head head, string node, Func<Guid, bool> wasCommitted) : ITruthTurn
{
    /// <summary>The head with the change; the one before while nothing was committed.</summary>
    public Head Head { get; private set; } = head;

    public void Commit(IReadOnlyList<TableChange> changes, long revision, Action<CopyPosition> mark)
    {
        var id = Guid.CreateVersion7();
        var next = Head with { Position = Head.Position + 1, Revision = revision };
        using (var batch = new NpgsqlBatch(connection, transaction))
        {
            foreach (var change in changes)
            {
                Remove(batch, change, next.Position);
                Write(batch, change, next.Position);
            }

            var rows = changes.Sum(change => change.Rows.Count + change.Removed.Count);
            Add(batch, "INSERT INTO sync_commits(position, id, revision, node, rows) VALUES ($1, $2, $3, $4, $5)", next.Position, id, revision, node, rows);
            Add(batch, "UPDATE sync_head SET position = $1, revision = $2", next.Position, revision);
            batch.ExecuteNonQuery();
        }

        mark(new CopyPosition(next.Position, MarkOf(id)));
        try
        {
            transaction.Commit();
        }
        catch (Exception error) when (error is NpgsqlException or IOException or TimeoutException)
        {
            // Nobody knows whether it was made: its id tells.
            if (!wasCommitted(id))
            {
                throw new CommitLostException(error);
            }
        }

        Head = next;
    }

    /// <summary>What the copy remembers of a commit's id.</summary>
    public static long MarkOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
    }

    private static void Write(NpgsqlBatch batch, TableChange change, long position)
    {
        if (change.Rows.Count == 0)
        {
            return;
        }

        var table = change.Table;
        var arrays = table.Columns.Select((column, i) => $"${i + 1}::{PostgresSchema.TypeOf(column)}[]");
        var others = table.Columns.Where(column => column.KeyPlace == 0).Select(column => $"{column.Name} = excluded.{column.Name}");
        var command = new NpgsqlBatchCommand(
            $"""
            INSERT INTO {table.Name}({table.List()}, {PostgresSchema.Position})
            SELECT u.*, ${table.Columns.Count + 1} FROM unnest({string.Join(", ", arrays)}) AS u
            ON CONFLICT ({string.Join(", ", table.Keys.Select(key => key.Name))}) DO UPDATE SET
            {string.Join(", ", others.Append($"{PostgresSchema.Position} = excluded.{PostgresSchema.Position}"))}
            """);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            command.Parameters.Add(RowValues.Array(table.Columns[i], change.Rows, i));
        }

        command.Parameters.Add(new NpgsqlParameter { Value = position, NpgsqlDbType = NpgsqlDbType.Bigint });
        batch.BatchCommands.Add(command);
    }

    private static void Remove(NpgsqlBatch batch, TableChange change, long position)
    {
        if (change.Removed.Count == 0)
        {
            return;
        }

        var table = change.Table;
        var arrays = table.Keys.Select((key, i) => $"${i + 1}::{PostgresSchema.TypeOf(key)}[]");
        var delete = new NpgsqlBatchCommand(
            $"""
            DELETE FROM {table.Name} t USING unnest({string.Join(", ", arrays)}) AS x({string.Join(", ", table.Keys.Select((_, i) => $"k{i}"))})
            WHERE {string.Join(" AND ", table.Keys.Select((key, i) => $"t.{key.Name} = x.k{i}"))}
            """);
        for (var i = 0; i < table.Keys.Count; i++)
        {
            delete.Parameters.Add(RowValues.Array(table.Keys[i], change.Removed, i));
        }

        batch.BatchCommands.Add(delete);
        Add(
            batch,
            """
            INSERT INTO sync_removals(tbl, key1, key2, position)
            SELECT $1, u.k1, u.k2, $2 FROM unnest($3, $4) AS u(k1, k2)
            ON CONFLICT (tbl, key1, key2) DO UPDATE SET position = excluded.position
            """,
            table.Name,
            position,
            change.Removed.Select(key => RowValues.KeyText(key[0])).ToArray(),
            change.Removed.Select(key => key.Length > 1 ? RowValues.KeyText(key[1]) : "").ToArray());
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        batch.BatchCommands.Add(command);
    }
}
