using Npgsql;

namespace Search.Store.Postgres.Database;

/// <summary>PostgreSQL's errors in words that help, as the exceptions that callers of the store know.</summary>
internal static class PostgresErrors
{
    /// <summary>ENOSPC, so that callers tell a full disk by its code whoever met it.</summary>
    private const int DiskFull = 28;

    /// <summary>Whether an error comes from PostgreSQL or from waiting for it.</summary>
    public static bool IsOurs(Exception error) =>
        error is NpgsqlException or CommitLostException or Polly.Timeout.TimeoutRejectedException or Polly.CircuitBreaker.BrokenCircuitException;

    /// <summary>What callers are told.</summary>
    public static Exception Translate(Exception error) => error switch
    {
        PostgresException { SqlState: "53100" } => new IOException(
            "Hết chỗ trên đĩa của PostgreSQL; không có gì thay đổi. (PostgreSQL's disk is full; nothing changed.)", DiskFull),
        PostgresException { SqlState: "28P01" or "28000" or "3D000" or "42501" } refused => new IOException(
            $"PostgreSQL từ chối: {refused.MessageText}. (PostgreSQL refuses.)", refused),
        PostgresException refused when !PostgresResilience.IsTransient(refused) => new IOException($"PostgreSQL: {refused.MessageText}", refused),
        _ => new StoreBusyException(
            "PostgreSQL không trả lời; hãy thử lại sau. (PostgreSQL does not answer; try again later.)", error),
    };
}
