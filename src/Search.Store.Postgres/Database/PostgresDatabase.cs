using System.Data.Common;
using Npgsql;

namespace Search.Store.Postgres.Database;

/// <summary>Connections to the primary, whichever of the hosts it is.</summary>
internal sealed class PostgresDatabase : IDisposable
{
    // A primary behind a broken network answers nothing and ends nothing: a statement that waits longer than this for the next
    // bytes is given up and asked again of the new primary. Statements of the store take milliseconds.
    private const int StatementSeconds = 10;

    private readonly NpgsqlMultiHostDataSource _hosts;
    private readonly NpgsqlDataSource _primary;

    /// <param name="settings">Where the store is.</param>
    /// <param name="statementSeconds">How long a statement may wait for the server where the operator chose nothing; 0 for ever.</param>
    /// <exception cref="ArgumentException">The connection string is wrong.</exception>
    public PostgresDatabase(PostgresSettings settings, int statementSeconds = StatementSeconds)
    {
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        var options = builder.ConnectionStringBuilder;
        options.TargetSessionAttributes = null;
        options.ApplicationName ??= "search " + settings.Node;
        var said = Said(settings.ConnectionString);
        // The hosts are asked one after the other, so a server behind a broken network holds up the way to the new primary.
        options.Timeout = said.Contains("timeout") ? options.Timeout : 3;
        // After a failover the old primary is not asked again for longer than this.
        options.HostRecheckSeconds = said.Contains("hostrecheckseconds") ? options.HostRecheckSeconds : 2;
        options.MaxAutoPrepare = said.Contains("maxautoprepare") ? options.MaxAutoPrepare : 100;
        options.AutoPrepareMinUsages = said.Contains("autoprepareminusages") ? options.AutoPrepareMinUsages : 2;
        options.CommandTimeout = said.Contains("commandtimeout") ? options.CommandTimeout : statementSeconds;
        options.KeepAlive = said.Contains("keepalive") ? options.KeepAlive : 10;
        _hosts = builder.BuildMultiHost();
        _primary = _hosts.WithTargetSession(TargetSessionAttributes.Primary);
    }

    /// <summary>A connection to the primary.</summary>
    /// <exception cref="NpgsqlException">None of the hosts is one that answers.</exception>
    public NpgsqlConnection Open() => _primary.OpenConnection();

    /// <inheritdoc cref="Open"/>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken ct) => await _primary.OpenConnectionAsync(ct).ConfigureAwait(false);

    public void Dispose() => _hosts.Dispose();

    /// <summary>What the operator chose, without blanks and in small letters: Npgsql's own builder does not tell a value that was
    /// given from one that it has by itself.</summary>
    private static HashSet<string> Said(string connectionString) =>
        [.. new DbConnectionStringBuilder { ConnectionString = connectionString }.Keys.Cast<string>()
            .Select(key => key.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant())];
}
