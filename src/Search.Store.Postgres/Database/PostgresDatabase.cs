using System.Data.Common;
using Npgsql;

namespace Search.Store.Postgres.Database;

/// <summary>
/// Connections to the primary, whichever of the hosts it is. The host that was it last is asked first, and asked whether it still
/// is: a machine that stands still takes connections and answers none, so each one that lies ready to it, and each new look at it,
/// would hold up a statement for as long as statements may wait. That is why Npgsql's own choice among hosts is not used: it trusts
/// what lies ready and looks at every host again after some seconds.
/// </summary>
internal sealed class PostgresDatabase : IDisposable
{
    // A primary behind a broken network answers nothing and ends nothing: a statement that waits longer than this for the next
    // bytes is given up and asked again of the new primary. Statements of the store take milliseconds.
    private const int StatementSeconds = 10;

    private readonly NpgsqlDataSource[] _hosts;
    private readonly int _patience;
    private int _first;

    /// <param name="settings">Where the store is.</param>
    /// <param name="statementSeconds">How long a statement may wait for the server where the operator chose nothing; 0 for ever.</param>
    /// <exception cref="ArgumentException">The connection string is wrong.</exception>
    public PostgresDatabase(PostgresSettings settings, int statementSeconds = StatementSeconds)
    {
        var options = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        var said = Said(settings.ConnectionString);
        options.TargetSessionAttributes = null;
        options.ApplicationName ??= "search " + settings.Node;
        // The hosts are asked one after the other, so a server behind a broken network holds up the way to the new primary.
        options.Timeout = said.Contains("timeout") ? options.Timeout : 3;
        options.MaxAutoPrepare = said.Contains("maxautoprepare") ? options.MaxAutoPrepare : 100;
        options.AutoPrepareMinUsages = said.Contains("autoprepareminusages") ? options.AutoPrepareMinUsages : 2;
        options.CommandTimeout = said.Contains("commandtimeout") ? options.CommandTimeout : statementSeconds;
        options.KeepAlive = said.Contains("keepalive") ? options.KeepAlive : 10;
        _patience = options.Timeout;
        _hosts = [.. (options.Host ?? "").Split(',').Select(host => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(options.ConnectionString) { Host = host.Trim() }))];
    }

    /// <summary>A connection to a server that has just said that it is the primary.</summary>
    /// <exception cref="NpgsqlException">None of the hosts is one that answers.</exception>
    public NpgsqlConnection Open()
    {
        var first = Volatile.Read(ref _first);
        NpgsqlException? refused = null;
        for (var i = 0; i < _hosts.Length; i++)
        {
            var at = (first + i) % _hosts.Length;
            try
            {
                if (OpenPrimary(_hosts[at]) is { } connection)
                {
                    Volatile.Write(ref _first, at);
                    return connection;
                }
            }
            catch (NpgsqlException error)
            {
                // What a server says is worth more than that another one says nothing.
                refused = refused is PostgresException ? refused : error;
                Interlocked.CompareExchange(ref _first, (at + 1) % _hosts.Length, at);
            }
        }

        throw refused ?? new NpgsqlException("None of the hosts is a primary.");
    }

    public void Dispose()
    {
        foreach (var host in _hosts)
        {
            host.Dispose();
        }
    }

    private NpgsqlConnection? OpenPrimary(NpgsqlDataSource host)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = host.OpenConnection();
            using var ask = new NpgsqlCommand("SELECT pg_is_in_recovery()", connection) { CommandTimeout = _patience };
            if (!(bool)ask.ExecuteScalar()!)
            {
                return connection;
            }
        }
        catch (NpgsqlException)
        {
            // The others that lie ready lead to the same server.
            host.Clear();
            connection?.Dispose();
            throw;
        }

        connection.Dispose();
        return null;
    }

    /// <summary>What the operator chose, without blanks and in small letters: Npgsql's own builder does not tell a value that was
    /// given from one that it has by itself.</summary>
    private static HashSet<string> Said(string connectionString) =>
        [.. new DbConnectionStringBuilder { ConnectionString = connectionString }.Keys.Cast<string>()
            .Select(key => key.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant())];
}
