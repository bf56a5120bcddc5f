using Microsoft.Data.Sqlite;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Search.Store.Sqlite;

/// <summary>The pipelines around SQLite, built once. Around writes what is busy is tried again, nothing else: a failed flush (an I/O error)
/// is never tried again: after it nobody knows what is on disk until the database is opened again.</summary>
internal static class StoreResilience
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int InputOutput = 10;
    private const int CannotOpen = 14;

    public static ResiliencePipeline Pipeline { get; } = new ResiliencePipelineBuilder()
        .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(30) })
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<SqliteException>(IsTransient),
            MaxRetryAttempts = 8,
            Delay = TimeSpan.FromMilliseconds(20),
            MaxDelay = TimeSpan.FromSeconds(2),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<SqliteException>(IsTransient),
            FailureRatio = 0.9,
            MinimumThroughput = 50,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(2),
        })
        .Build();

    /// <summary>Around reads. A read changes nothing, so that one the disk refused is tried again as well, on a connection
    /// of its own, as is one for which there was no descriptor.</summary>
    public static ResiliencePipeline Reading { get; } = new ResiliencePipelineBuilder()
        .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(30) })
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<SqliteException>(
                error => IsTransient(error) || error.SqliteErrorCode is InputOutput or CannotOpen),
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromMilliseconds(20),
            MaxDelay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    private static bool IsTransient(SqliteException error) => error.SqliteErrorCode is Busy or Locked;
}
