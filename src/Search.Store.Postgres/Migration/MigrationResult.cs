namespace Search.Store.Postgres;

/// <summary>What a migration brought from one store to the other.</summary>
/// <param name="Rows">Rows that were brought.</param>
/// <param name="Revision">Revision of both.</param>
/// <param name="Digest">SHA-256 over all rows, the same on both sides: 64 lower-case hexadecimal figures.</param>
public sealed record MigrationResult(long Rows, long Revision, string Digest);
