using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Search.Store.Audit;

/// <summary>
/// The append-only log of who did what. Each entry holds the hash of the one before, so that an entry that is changed,
/// taken out or put between shows; what is cut off at the end shows only to whoever kept a later hash.
/// </summary>
public static class AuditLog
{
    private const int Batch = 1000;

    /// <summary>Adds an entry inside a transaction of the records, so that what was done and its entry are there together.</summary>
    /// <param name="changes">The transaction.</param>
    /// <param name="entry">The entry; its number and hashes are set here.</param>
    /// <returns>The entry as it was written.</returns>
    public static AuditEntry Append(IRecordChanges changes, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(entry);
        var last = changes.Last(RecordKinds.Audit) is { } record ? RecordJson.Read<AuditEntry>(record) : null;
        var next = entry with { Number = (last?.Number ?? 0) + 1, Previous = last?.Hash ?? "" };
        next = next with { Hash = HashOf(next) };
        changes.Put(RecordKinds.Audit, Id(next.Number), RecordJson.Write(next));
        return next;
    }

    /// <summary>Adds an entry in a transaction of its own.</summary>
    /// <param name="records">The records.</param>
    /// <param name="entry">The entry.</param>
    public static AuditEntry Append(IRecordStore records, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Write(changes => Append(changes, entry));
    }

    /// <summary>Entries in their order.</summary>
    /// <param name="records">The records.</param>
    /// <param name="after">Number of the entry to begin behind.</param>
    /// <param name="limit">At most so many.</param>
    public static IReadOnlyList<AuditEntry> List(IRecordReader records, long after = 0, int limit = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(records);
        return [.. records.List(RecordKinds.Audit, Id(after), limit).Select(RecordJson.Read<AuditEntry>)];
    }

    /// <summary>Checks the whole chain.</summary>
    /// <param name="records">The records.</param>
    /// <param name="ct">Stops between batches.</param>
    /// <returns>What is wrong, with the number of the entry; empty for a whole chain.</returns>
    public static IReadOnlyList<(long Number, string Problem)> Verify(IRecordReader records, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var found = new List<(long, string)>();
        var (number, hash) = (0L, "");
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var batch = List(records, number, Batch);
            if (batch.Count == 0)
            {
                return found;
            }

            foreach (var entry in batch)
            {
                if (entry.Number != number + 1)
                {
                    found.Add((number + 1, $"entries {number + 1} to {entry.Number - 1} are missing"));
                }
                else if (!string.Equals(entry.Previous, hash, StringComparison.Ordinal))
                {
                    found.Add((entry.Number, "the entry does not follow the one before"));
                }

                if (!string.Equals(entry.Hash, HashOf(entry), StringComparison.Ordinal))
                {
                    found.Add((entry.Number, "the entry is not what was written"));
                }

                (number, hash) = (Math.Max(number + 1, entry.Number), entry.Hash);
            }
        }
    }

    // Twelve figures, so that the order of ids is the order of numbers.
    private static string Id(long number) => number.ToString("d12", CultureInfo.InvariantCulture);

    /// <summary>Over JSON, in which no two entries run together.</summary>
    private static string HashOf(AuditEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(RecordJson.Write(entry with { Hash = "" }))));
}
