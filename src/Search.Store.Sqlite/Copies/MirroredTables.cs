using Dapper;
using Microsoft.Data.Sqlite;

namespace Search.Store.Sqlite.Copies;

/// <summary>
/// Which tables a copy has in common with its truth: all of them, read from the database itself, so that a table or a
/// column that a later format adds is followed without a line here. Left out are the words of titles, which follow from
/// the titles.
/// </summary>
internal static class MirroredTables
{
    /// <summary>The table of single values, among them the revision.</summary>
    public const string Meta = "meta";

    /// <summary>Names of values in <c>meta</c> that are the copy's own begin so.</summary>
    public const string LocalPrefix = "local-";

    /// <summary>Of the tables of documents, the one whose titles have words.</summary>
    public const string Documents = "documents";

    private const int MostKeys = 2;

    /// <summary>The tables in the order of the schema: what is referred to comes before what refers to it.</summary>
    /// <exception cref="InvalidOperationException">A table has no key, or one of more than two columns.</exception>
    public static IReadOnlyList<MirroredTable> Of(SqliteConnection connection)
    {
        var tables = connection.Query<string>(
            "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'title_words' ORDER BY rowid")
            .Select(name => new MirroredTable(name,
            [
                .. connection.Query<(string Name, string Type, long Required, string? Default, long Key)>(
                    "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info(@name) ORDER BY cid", new { name })
                    .Select(column => new MirroredColumn(column.Name, column.Type, column.Required != 0, column.Default, (int)column.Key)),
            ])).ToList();
        return tables.Find(table => table.Keys.Count is 0 or > MostKeys) is { } strange
            ? throw new InvalidOperationException($"Rows of '{strange.Name}' cannot be followed: they need a key of one or two columns.")
            : tables;
    }
}
