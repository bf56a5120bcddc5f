using System.Data;
using System.Diagnostics;
using Npgsql;
using Polly;
using Search.Store.Postgres.Database;
using Search.Store.Sqlite.Copies;

namespace Search.Store.Postgres.Sharing;

/// <summary>The shared store as the truth of a copy.</summary>
internal sealed class PostgresTruth : ITruth
{
    private static readonly TimeSpan NotifyEvery = TimeSpan.FromMilliseconds(100);

    private readonly PostgresDatabase _database;
    private readonly StoreCopy _copy;
    private readonly PostgresSettings _settings;
    private readonly ResiliencePipeline _patient;
    private readonly NodeBeat _beat;
    private readonly Lock _following = new();

    /// <summary>One change of this node at a time, begun before the head is locked. A change whose answer was lost holds the copy's
    /// write lock and waits for the head to ask; another one of this node, with the head locked and waiting for the copy, would
    /// wait for it for ever.</summary>
    private readonly Lock _changing = new();
    private readonly Lock _state = new();
    private FollowState _now;
    private NpgsqlConnection? _listener;
    private long _notifiedAt;

    public PostgresTruth(PostgresDatabase database, StoreCopy copy, PostgresSettings settings)
    {
        _database = database;
        _copy = copy;
        _settings = settings;
        _beat = new NodeBeat(settings.Node, settings.Clock);
        _patient = PostgresResilience.Patient(settings.WriteTimeout);
        var (position, revision) = copy.Now;
        _now = new FollowState(position.Commit, position.Commit, revision, revision);
    }

    public FollowState State
    {
        get
        {
            lock (_state)
            {
                return _now;
            }
        }
    }

    /// <summary>Makes the tables where they are missing and brings the copy up. A copy of before does without.</summary>
    /// <exception cref="StoreBusyException">PostgreSQL does not answer, and there is no copy yet.</exception>
    public void Begin()
    {
        try
        {
            using (var connection = _database.Open())
            {
                PostgresSchema.Ensure(connection, _copy.Tables);
            }

            Follow();
        }
        catch (Exception error) when (PostgresErrors.IsOurs(error) || error is StoreBusyException)
        {
            var told = error is StoreBusyException ? error : PostgresErrors.Translate(error);
            if (_copy.Now.Position == CopyPosition.Start || told is not StoreBusyException)
            {
                throw told;
            }

            Note(state => state with { Problem = told.Message });
        }
    }

    public bool Follow(CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            lock (_following)
            {
                using var connection = _database.Open();
                var before = _copy.Now.Position;
                var seen = Head.Read(connection, locks: false);
                Seen(seen);
                if (seen.Position != before.Commit || !SharedFollower.IsOn(connection, before))
                {
                    using var snapshot = connection.BeginTransaction(IsolationLevel.RepeatableRead);
                    Seen(SharedFollower.Follow(connection, _copy));
                }

                Note(state => state with { AskedAt = _settings.Clock.GetUtcNow(), Problem = null });
                return _copy.Now.Position != before;
            }
        }
        catch (Exception error) when (PostgresErrors.IsOurs(error))
        {
            var told = PostgresErrors.Translate(error);
            Note(state => state with { Problem = told.Message });
            throw told;
        }
        catch (IOException error)
        {
            Note(state => state with { Problem = error.Message });
            throw;
        }
    }

    public bool IsLeading => _beat.IsLeading;

    public IReadOnlyList<NodeState> Nodes => _beat.Nodes;

    public void Beat(bool isReady) => Ask(connection => _beat.Beat(connection, State, isReady));

    public void StepDown() => Ask(_beat.StepDown);

    public async Task WaitAsync(TimeSpan most, CancellationToken ct)
    {
        try
        {
            if (_listener is null)
            {
                _listener = _database.Open();
                using var listen = new NpgsqlCommand("SELECT format('LISTEN %I', 'search_' || current_schema())", _listener);
                using var begin = new NpgsqlCommand((string)(await listen.ExecuteScalarAsync(ct).ConfigureAwait(false))!, _listener);
                await begin.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
            }

            await _listener.WaitAsync(most, ct).ConfigureAwait(false);
        }
        catch (Exception error) when (error is NpgsqlException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Waking up sooner is all that is lost.
            if (_listener is { } broken)
            {
                _listener = null;
                await broken.DisposeAsync().ConfigureAwait(false);
            }

            await Task.Delay(most, _settings.Clock, ct).ConfigureAwait(false);
        }
    }

    public T Change<T>(Func<ITruthTurn, T> change)
    {
        try
        {
            return _patient.Execute(_ =>
            {
                lock (_changing)
                {
                    return ChangeOnce(change);
                }
            });
        }
        catch (Exception error) when (PostgresErrors.IsOurs(error))
        {
            throw PostgresErrors.Translate(error);
        }
    }

    public void Dispose()
    {
        try
        {
            _listener?.Dispose();
        }
        catch (Exception error) when (error is NpgsqlException or InvalidOperationException)
        {
            // Somebody waits on it still; it goes with the others.
        }

        _database.Dispose();
    }

    private void Ask(Action<NpgsqlConnection> ask)
    {
        try
        {
            using var connection = _database.Open();
            ask(connection);
        }
        catch (Exception error) when (PostgresErrors.IsOurs(error))
        {
            throw PostgresErrors.Translate(error);
        }
    }

    private T ChangeOnce<T>(Func<ITruthTurn, T> change)
    {
        using var connection = _database.Open();
        using var transaction = connection.BeginTransaction();
        var head = Head.Read(connection, locks: true);
        if (head.Format > StoreCopy.Format)
        {
            throw PostgresSchema.Newer(head.Format);
        }

        if (_copy.Now.Position.Commit != head.Position)
        {
            SharedFollower.Follow(connection, _copy);
        }

        var turn = new SharedTurn(connection, transaction, head, _settings.Node, WasCommitted);
        var result = change(turn);
        if (turn.Head != head)
        {
            Seen(turn.Head);
            Notify(connection);
        }

        return result;
    }

    /// <summary>Whether a commit was made whose answer was lost. Asked with the head locked: what still hangs there has ended then.</summary>
    private bool WasCommitted(Guid id) => _patient.Execute(_ =>
    {
        using var connection = _database.Open();
        using var transaction = connection.BeginTransaction();
        Head.Read(connection, locks: true);
        using var command = new NpgsqlCommand("SELECT count(*) FROM sync_commits WHERE id = $1", connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return (long)command.ExecuteScalar()! == 1;
    });

    /// <summary>Wakes the others. It takes a lock of the whole server, so many commits share one; nothing depends on it.</summary>
    private void Notify(NpgsqlConnection connection)
    {
        var last = Interlocked.Read(ref _notifiedAt);
        var now = Stopwatch.GetTimestamp();
        if ((last != 0 && Stopwatch.GetElapsedTime(last, now) < NotifyEvery) || Interlocked.CompareExchange(ref _notifiedAt, now, last) != last)
        {
            return;
        }

        try
        {
            using var command = new NpgsqlCommand("SELECT pg_notify('search_' || current_schema(), '')", connection);
            command.ExecuteNonQuery();
        }
        catch (Exception error) when (error is NpgsqlException or InvalidOperationException)
        {
            // They look by themselves; the connection may be the one that lost the answer.
        }
    }

    private void Seen(Head head)
    {
        var (position, revision) = _copy.Now;
        Note(state => state with
        {
            Applied = position.Commit,
            AppliedRevision = revision,
            Head = Math.Max(head.Position, position.Commit),
            HeadRevision = Math.Max(head.Revision, revision),
            BehindSince = position.Commit >= head.Position ? null : state.BehindSince ?? _settings.Clock.GetUtcNow(),
        });
    }

    private void Note(Func<FollowState, FollowState> change)
    {
        lock (_state)
        {
            _now = change(_now);
        }
    }
}
