namespace Search.Store.Sqlite.Copies;

/// <summary>A table whose rows a copy of the store has in common with its truth.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns without those that SQLite computes, in the order of the schema.</param>
internal sealed record MirroredTable(string Name, IReadOnlyList<MirroredColumn> Columns)
{
    /// <summary>The columns that name a row, in the order of the key; at most two.</summary>
    public IReadOnlyList<MirroredColumn> Keys { get; } = [.. Columns.Where(column => column.KeyPlace > 0).OrderBy(column => column.KeyPlace)];

    /// <summary>Names of all columns, for a statement.</summary>
    /// <param name="prefix">Stands before each name, such as <c>t.</c>.</param>
    public string List(string prefix = "") => string.Join(", ", Columns.Select(column => prefix + column.Name));

    /// <summary>Where a column stands in a row.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (string.Equals(Columns[i].Name, column, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new ArgumentException($"{Name} has no column '{column}'.", nameof(column));
    }
}
