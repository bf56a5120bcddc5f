namespace Search.Ingestion.Backups;

/// <summary>What goes into a backup.</summary>
/// <param name="DataDirectory">The data folder that everyone's collection lies in.</param>
/// <param name="SecretData">Level of secrecy to the data folder of its collection; empty to leave them out.</param>
public sealed record BackupPlan(string DataDirectory, IReadOnlyDictionary<string, string> SecretData);
