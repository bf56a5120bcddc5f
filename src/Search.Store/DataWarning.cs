namespace Search.Store;

/// <summary>Something an operator must know of a data folder, and is told until it is acknowledged.</summary>
/// <param name="Id">What it is acknowledged by: eight hexadecimal figures, the same for the same finding.</param>
/// <param name="At">When it was found.</param>
/// <param name="Code">Stable name: <c>lost-revisions</c>, <c>lost-store</c>, <c>folder-vanished</c>.</param>
/// <param name="Message">What was found and what to do, in Vietnamese.</param>
/// <param name="MessageEnglish">The same in English.</param>
/// <param name="IsAcknowledged">Whether somebody has said that it is known.</param>
public sealed record DataWarning(
    string Id, DateTimeOffset At, string Code, string Message, string MessageEnglish, bool IsAcknowledged = false);
