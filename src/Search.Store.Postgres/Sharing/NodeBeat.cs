using Npgsql;

namespace Search.Store.Postgres.Sharing;

/// <summary>
/// What a node says of itself, and the lease of the one that ingests. The lease is a row that is taken when it has run out or
/// is one's own, by the clock of the database; the epoch tells its holders apart. A node counts itself as the holder for
/// less long than the database does, so that two never do.
/// </summary>
/// <param name="node">Name of the node.</param>
/// <param name="clock">This machine's time.</param>
internal sealed class NodeBeat(string node, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(3);

    // Two processes of one name are two nodes.
    private readonly string _name = $"{node}/{Guid.NewGuid():N}"[..Math.Min(node.Length + 9, 120)];
    private readonly Lock _lock = new();
    private long _leadSince;
    private long _beatAt;
    private IReadOnlyList<NodeState> _nodes = [];

    public bool IsLeading
    {
        get
        {
            lock (_lock)
            {
                return _leadSince != 0 && clock.GetElapsedTime(_leadSince) < Lease - Margin;
            }
        }
    }

    /// <summary>All nodes as of the last beat. Who was ready then is not known to be after the time of a lease: with the shared store
    /// gone, each would else leave its readers to the others, and all of them would be left to nobody.</summary>
    public IReadOnlyList<NodeState> Nodes
    {
        get
        {
            lock (_lock)
            {
                return clock.GetElapsedTime(_beatAt) < Lease ? _nodes : [.. _nodes.Select(node => node with { IsReady = false })];
            }
        }
    }

    public void Beat(NpgsqlConnection connection, FollowState state, bool isReady)
    {
        var at = clock.GetTimestamp();
        using var batch = new NpgsqlBatch(connection);
        Add(
            batch,
            """
            INSERT INTO sync_nodes(name, applied, revision, ready, seen) VALUES ($1, $2, $3, $4, clock_timestamp())
            ON CONFLICT (name) DO UPDATE SET applied = excluded.applied, revision = excluded.revision, ready = excluded.ready, seen = excluded.seen
            """,
            _name, state.Applied, state.AppliedRevision, isReady);
        Add(batch, "DELETE FROM sync_nodes WHERE seen < clock_timestamp() - interval '1 day'");
        Add(
            batch,
            """
            INSERT INTO sync_leases(name, node, epoch, backend, until) VALUES ('ingestion', $1, 1, pg_backend_pid(), clock_timestamp() + $2)
            ON CONFLICT (name) DO UPDATE SET node = excluded.node, until = excluded.until, backend = excluded.backend,
              epoch = sync_leases.epoch + CASE WHEN sync_leases.node = excluded.node THEN 0 ELSE 1 END
            WHERE sync_leases.node = excluded.node OR sync_leases.until < clock_timestamp()
            RETURNING epoch
            """,
            _name, Lease);
        Add(batch, "SELECT name, revision, ready, clock_timestamp() - seen FROM sync_nodes ORDER BY name");
        using var reader = batch.ExecuteReader();
        var leads = reader.Read();
        reader.NextResult();
        var nodes = new List<NodeState>();
        while (reader.Read())
        {
            var silent = reader.GetFieldValue<TimeSpan>(3);
            nodes.Add(new NodeState(
                reader.GetString(0), reader.GetInt64(1), reader.GetBoolean(2) && silent < Lease, silent, string.Equals(reader.GetString(0), _name, StringComparison.Ordinal)));
        }

        lock (_lock)
        {
            _leadSince = leads ? at : 0;
            _beatAt = at;
            _nodes = nodes;
        }
    }

    public void StepDown(NpgsqlConnection connection)
    {
        lock (_lock)
        {
            _leadSince = 0;
        }

        using var batch = new NpgsqlBatch(connection);
        Add(batch, "UPDATE sync_leases SET until = clock_timestamp() WHERE node = $1", _name);
        Add(batch, "DELETE FROM sync_nodes WHERE name = $1", _name);
        batch.ExecuteNonQuery();
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
