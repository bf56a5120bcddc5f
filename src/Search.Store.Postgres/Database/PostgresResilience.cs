using Microsoft.Data.Sqlite;
using Npgsql;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Search.Store.Postgres.Database;

/// <summary>
/// The pipelines around PostgreSQL. Tried again is what failed because the server was away, going down, coming up or in
/// the middle of a failover, and what it rolled back of its own accord. What happened to a commit whose answer was lost
/// is asked for first (<see cref="CommitLostException"/>), never guessed.
/// </summary>
internal static class PostgresResilience
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <summary>Around changes and around the question whether one was committed.</summary>
    /// <param name="most">How long all tries together may take.</param>
    public static ResiliencePipeline Patient(TimeSpan most) => new ResiliencePipelineBuilder()
        .AddTimeout(new TimeoutStrategyOptions { Timeout = most })
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(IsTransient),
            MaxRetryAttempts = int.MaxValue,
            Delay = TimeSpan.FromMilliseconds(50),
            MaxDelay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    /// <summary>Whether trying again can help, and does no harm: nothing was committed.</summary>
    public static bool IsTransient(Exception error) => error switch
    {
        CommitLostException or StoreBusyException => true,
        SqliteException busy => busy.SqliteErrorCode is SqliteBusy or SqliteLocked,
        PostgresException refused => IsTransient(refused.SqlState),
        // No answer: a broken connection, a timeout, no primary among the hosts.
        NpgsqlException => true,
        _ => false,
    };

    /// <summary>SQLSTATE classes and codes (PostgreSQL 15, appendix A).</summary>
    private static bool IsTransient(string state) => state switch
    {
        "40001" or "40P01" => true, // serialization failure, deadlock: rolled back
        "55P03" => true, // lock not available
        "57P01" or "57P02" or "57P03" or "57P05" => true, // going down, crashed, starting, idle session ended
        "57014" => true, // canceled: our own timeout
        "25006" => true, // read only: a primary that has become a standby
        "53300" => true, // too many connections
        "53100" => true, // disk full: the operator or a failover makes room
        "XX000" => false,
        _ => state.StartsWith("08", StringComparison.Ordinal), // connection exceptions
    };
}
