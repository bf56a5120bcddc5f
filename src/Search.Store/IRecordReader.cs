namespace Search.Store;

/// <summary>Reads what people made; see <see cref="IRecordStore"/>.</summary>
public interface IRecordReader
{
    /// <summary>One record, or null.</summary>
    /// <param name="kind">One of <see cref="RecordKinds"/>.</param>
    /// <param name="id">Its id.</param>
    /// <exception cref="StoreDamagedException">The record is not what was written.</exception>
    StoredRecord? Read(string kind, string id);

    /// <summary>The records of a kind in the ordinal order of their ids. Damaged ones are left out.</summary>
    /// <param name="kind">One of <see cref="RecordKinds"/>.</param>
    /// <param name="after">Only ids behind this one; empty for all.</param>
    /// <param name="limit">At most so many.</param>
    IReadOnlyList<StoredRecord> List(string kind, string after = "", int limit = int.MaxValue);

    /// <summary>The records of a kind that belong to a subject, in the order of their ids. Damaged ones are left out.</summary>
    /// <param name="kind">One of <see cref="RecordKinds"/>.</param>
    /// <param name="subject">What they belong to: a user's id, the SHA-256 of a file.</param>
    IReadOnlyList<StoredRecord> Of(string kind, string subject);

    /// <summary>The record of a kind with the greatest id, or null.</summary>
    /// <param name="kind">One of <see cref="RecordKinds"/>.</param>
    /// <exception cref="StoreDamagedException">The record is not what was written.</exception>
    StoredRecord? Last(string kind);
}
