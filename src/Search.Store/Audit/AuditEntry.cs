namespace Search.Store.Audit;

/// <summary>One line of the audit log. It never holds the text of a query, a password or a secret.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who did it: a name of an account, <c>key:ID</c>, or <c>operator</c> for the command line.</param>
/// <param name="Action">What was done, one of <see cref="AuditActions"/>.</param>
/// <param name="Subject">With what: an account, a document, a file; null where the action says all.</param>
/// <param name="Detail">What else matters; null for nothing.</param>
public sealed record AuditEntry(DateTimeOffset At, string Who, string Action, string? Subject = null, string? Detail = null)
{
    /// <summary>Its place in the log, from 1; set by the log.</summary>
    public long Number { get; init; }

    /// <summary><see cref="Hash"/> of the entry before, empty for the first; set by the log.</summary>
    public string Previous { get; init; } = "";

    /// <summary>SHA-256 over this entry and <see cref="Previous"/>, 64 lower-case hex figures; set by the log.</summary>
    public string Hash { get; init; } = "";
}
