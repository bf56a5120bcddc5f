using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Search.Store.Sqlite.Copies;

namespace Search.Store.Postgres.Database;

/// <summary>
/// How values of the copy lie in PostgreSQL. Its texts hold no U+0000, which a title may: it goes in as U+10FFFF and "0",
/// and U+10FFFF, which is no character, as itself and "1".
/// </summary>
internal static class RowValues
{
    private const string Escape = "\U0010FFFF";
    private const string Zero = "\0";

    /// <summary>A column of many rows, for <c>unnest</c>.</summary>
    /// <param name="column">The column.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="place">Where the column stands in them.</param>
    public static NpgsqlParameter Array(MirroredColumn column, IReadOnlyList<object?[]> rows, int place) => PostgresSchema.TypeOf(column) switch
    {
        "bigint" => Parameter(NpgsqlDbType.Bigint, rows, row => (long?)row[place]),
        "text" => Parameter(NpgsqlDbType.Text, rows, row => ToText((string?)row[place])),
        _ => Parameter(NpgsqlDbType.Bytea, rows, row => (byte[]?)row[place]),
    };

    /// <summary>A value as the copy has it.</summary>
    public static object? Read(MirroredColumn column, NpgsqlDataReader reader, int place) => reader.IsDBNull(place)
        ? null
        : PostgresSchema.TypeOf(column) switch
        {
            "bigint" => reader.GetInt64(place),
            "text" => FromText(reader.GetString(place)),
            _ => reader.GetFieldValue<byte[]>(place),
        };

    /// <summary>A value of a key as text, for the list of what was removed.</summary>
    public static string KeyText(object? value) => value switch
    {
        null => "",
        string text => ToText(text)!,
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };

    /// <summary>What <see cref="KeyText"/> was made of.</summary>
    public static object KeyValue(MirroredColumn column, string text) => PostgresSchema.TypeOf(column) is "bigint"
        ? long.Parse(text, CultureInfo.InvariantCulture)
        : FromText(text);

    /// <summary>A text as PostgreSQL takes it.</summary>
    public static string? ToText(string? text) => text is null || (!text.Contains(Zero, StringComparison.Ordinal) && !text.Contains(Escape, StringComparison.Ordinal))
        ? text
        : text.Replace(Escape, Escape + "1", StringComparison.Ordinal).Replace(Zero, Escape + "0", StringComparison.Ordinal);

    private static string FromText(string text) => text.Contains(Escape, StringComparison.Ordinal)
        ? text.Replace(Escape + "0", Zero, StringComparison.Ordinal).Replace(Escape + "1", Escape, StringComparison.Ordinal)
        : text;

    private static NpgsqlParameter Parameter<T>(NpgsqlDbType type, IReadOnlyList<object?[]> rows, Func<object?[], T> value) =>
        new() { Value = rows.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
