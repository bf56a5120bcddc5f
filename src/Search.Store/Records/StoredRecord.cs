namespace Search.Store;

/// <summary>A record of <see cref="IRecordStore"/>.</summary>
/// <param name="Kind">One of <see cref="RecordKinds"/>.</param>
/// <param name="Id">Its id within the kind.</param>
/// <param name="Subject">What it belongs to; null for nothing.</param>
/// <param name="Version">The version of the records that wrote it.</param>
/// <param name="Payload">What it says, as JSON; null of one that was taken out.</param>
public sealed record StoredRecord(string Kind, string Id, string? Subject, long Version, string? Payload);
