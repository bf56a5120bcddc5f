namespace Search.Store.Sqlite.Copies;

/// <summary>
/// Writes rows of the truth into a copy. All that a batch touches is taken out before anything is put in, so that two
/// rows that changed places never meet; what refers to what is not checked meanwhile, for the truth was whole.
/// </summary>
internal sealed class CopyReceiver(PreparedStatements statements)
{
    private readonly Dictionary<string, (string Delete, string Insert)> _sql = new(StringComparer.Ordinal);

    /// <summary>Takes a row out.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="key">The values of its key.</param>
    public void Remove(MirroredTable table, ReadOnlySpan<object?> key)
    {
        if (string.Equals(table.Name, MirroredTables.Documents, StringComparison.Ordinal))
        {
            var id = (long)key[0]!;
            foreach (var before in statements.Query<(string? Type, string? Title)>("SELECT type, title FROM documents WHERE id = @id", new { id }))
            {
                TitleWordRows.Replace(statements, id, before, (null, null));
            }
        }

        statements.ExecuteRow(Sql(table).Delete, key);
    }

    /// <summary>Takes out what a row replaces.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="row">The row.</param>
    public void MakeRoom(MirroredTable table, object?[] row)
    {
        var keys = table.Keys;
        object?[] key = keys.Count == 1
            ? [row[table.IndexOf(keys[0].Name)]]
            : [row[table.IndexOf(keys[0].Name)], row[table.IndexOf(keys[1].Name)]];
        Remove(table, key);
    }

    /// <summary>Puts a row in.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="row">A value a column.</param>
    public void Put(MirroredTable table, object?[] row)
    {
        statements.ExecuteRow(Sql(table).Insert, row);
        if (string.Equals(table.Name, MirroredTables.Documents, StringComparison.Ordinal))
        {
            TitleWordRows.Replace(
                statements,
                (long)row[table.IndexOf("id")]!,
                (null, null),
                ((string?)row[table.IndexOf("type")], (string?)row[table.IndexOf("title")]));
        }
    }

    /// <summary>Notes how far the copy is with what was written.</summary>
    public void Advance(CopyPosition position) => position.Write(statements);

    private (string Delete, string Insert) Sql(MirroredTable table)
    {
        if (!_sql.TryGetValue(table.Name, out var sql))
        {
            _sql[table.Name] = sql = (
                $"DELETE FROM main.{table.Name} WHERE {string.Join(" AND ", table.Keys.Select((key, i) => $"{key.Name} = @p{i}"))}",
                $"INSERT INTO main.{table.Name}({table.List()}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})");
        }

        return sql;
    }
}
