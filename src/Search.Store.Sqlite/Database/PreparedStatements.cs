using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Search.Store.Sqlite;

/// <summary>
/// Statements of one connection, parsed once. A file is stored by some hundred small statements, and parsing them took
/// most of the time. Parameters are the properties of an object, as Dapper has them; rows are read by place where it is hot, else by Dapper.
/// </summary>
internal sealed class PreparedStatements(SqliteConnection connection) : IDisposable
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>The transaction that statements run in; null outside of one.</summary>
    public SqliteTransaction? Transaction { get; set; }

    public int Execute(string sql, object? arguments = null) => Bind(sql, arguments).ExecuteNonQuery();

    /// <summary>Runs a statement whose parameters are <c>@p0</c>, <c>@p1</c> and so on.</summary>
    public void ExecuteRow(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            _commands[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}") });
            }
        }

        command.Transaction = Transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; the default of the type where there is none or it is null.</summary>
    public T? Scalar<T>(string sql, object? arguments = null) => Bind(sql, arguments).ExecuteScalar() switch
    {
        null or DBNull => default,
        T value => value,
        var other => throw new InvalidCastException($"{typeof(T)} expected, {other.GetType()} found."),
    };

    public List<T> Query<T>(string sql, object? arguments = null)
    {
        var rows = new List<T>();
        Each<T>(sql, rows.Add, arguments);
        return rows;
    }

    /// <summary>Takes row after row, of which there may be too many for a list.</summary>
    /// <returns>How many.</returns>
    public int Each<T>(string sql, Action<T> take, object? arguments = null)
    {
        using var reader = Bind(sql, arguments).ExecuteReader();
        if (!reader.Read())
        {
            return 0;
        }

        var parse = Parser<T>(reader);
        var count = 0;
        do
        {
            take(parse(reader));
            count++;
        }
        while (reader.Read());
        return count;
    }

    /// <summary>The rows of hot queries are read by place; what is left is mapped by Dapper.</summary>
    private static Func<SqliteDataReader, T> Parser<T>(SqliteDataReader reader)
    {
        if (typeof(T) == typeof(DocumentRow))
        {
            return (Func<SqliteDataReader, T>)(object)(Func<SqliteDataReader, DocumentRow>)DocumentRow.Map;
        }

        if (typeof(T) == typeof(CitationRow))
        {
            return (Func<SqliteDataReader, T>)(object)(Func<SqliteDataReader, CitationRow>)CitationRow.Map;
        }

        if (typeof(T) == typeof(SourceRow))
        {
            return (Func<SqliteDataReader, T>)(object)(Func<SqliteDataReader, SourceRow>)SourceRow.Map;
        }

        return typeof(T) == typeof(long) || typeof(T) == typeof(string) ? row => (T)row.GetValue(0) : reader.GetRowParser<T>();
    }

    public T? First<T>(string sql, object? arguments = null)
        where T : class => Query<T>(sql, arguments) is [var first, ..] ? first : null;

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
    }

    private SqliteCommand Bind(string sql, object? arguments)
    {
        var properties = arguments is null ? [] : Properties.GetOrAdd(arguments.GetType(), type => type.GetProperties());
        if (!_commands.TryGetValue(sql, out var command))
        {
            _commands[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var property in properties)
            {
                // SQLite refuses a parameter that the statement does not name.
                if (sql.Contains('@' + property.Name, StringComparison.Ordinal))
                {
                    command.Parameters.Add(new SqliteParameter { ParameterName = "@" + property.Name });
                }
            }
        }

        command.Transaction = Transaction;
        var bound = 0;
        foreach (var property in properties)
        {
            if (bound < command.Parameters.Count
                && command.Parameters[bound].ParameterName.AsSpan(1).SequenceEqual(property.Name))
            {
                command.Parameters[bound++].Value = property.GetValue(arguments) ?? DBNull.Value;
            }
        }

        return command;
    }
}
