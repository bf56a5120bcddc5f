namespace Search.Store;

/// <summary>The kinds of records in <see cref="IRecordStore"/>.</summary>
public static class RecordKinds
{
    /// <summary>Accounts; the id is the account's.</summary>
    public const string User = "user";

    /// <summary>API keys by their public part; the subject is the account they belong to.</summary>
    public const string Key = "key";

    /// <summary>Signed-in browsers by the SHA-256 of their secret; the subject is the account.</summary>
    public const string Session = "session";

    /// <summary>Keys that protect cookies and forms, made by the framework.</summary>
    public const string Protection = "protection";

    /// <summary>Files of former versions whose content was taken over, by name.</summary>
    public const string TakenOver = "taken-over";

    /// <summary>What people corrected; the subject is the SHA-256 of the source file.</summary>
    public const string Correction = "correction";

    /// <summary>Saved searches and documents that are followed; the subject is the account.</summary>
    public const string Follow = "follow";

    /// <summary>What a follow found; the subject is the follow.</summary>
    public const string Alert = "alert";

    /// <summary>Alerts that are still to be sent by a channel; the subject is the channel's kind.</summary>
    public const string Outbox = "outbox";

    /// <summary>Which texts the follows have been matched with, in parts, and up to which revision.</summary>
    public const string Matched = "matched";

    /// <summary>Notes at a place in a text; the subject is the SHA-256 of the source file.</summary>
    public const string Note = "note";

    /// <summary>Lists of documents; the subject is the account.</summary>
    public const string Basket = "basket";

    /// <summary>The figures of the last runs of ingestion, by when they ended.</summary>
    public const string Run = "run";

    /// <summary>The audit log, one record an entry; see <see cref="Audit.AuditLog"/>.</summary>
    public const string Audit = "audit";

    /// <summary>Whether records of a kind are only added, never changed nor taken out.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsAppendOnly(string kind) => kind is Audit;
}
