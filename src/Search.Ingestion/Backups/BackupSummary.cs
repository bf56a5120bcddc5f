namespace Search.Ingestion.Backups;

/// <summary>What was written into a backup, or read out of one.</summary>
/// <param name="Files">Files in it.</param>
/// <param name="Bytes">Their bytes, unpacked.</param>
/// <param name="Revision">Revision of the open collection's store.</param>
/// <param name="Sha256">SHA-256 of the backup file, 64 lower-case hex figures.</param>
/// <param name="Collections">Names of the collections: <c>open</c>, then levels of secrecy.</param>
public sealed record BackupSummary(int Files, long Bytes, long Revision, string Sha256, IReadOnlyList<string> Collections);
