using System.Globalization;

namespace Search.Ingestion.Snapshots;

/// <summary>The names of snapshots.</summary>
internal static class SnapshotNames
{
    private const string Prefix = "snapshot-";

    public static string Of(long revision) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{revision}");

    /// <summary>The revision that a name says; null for any other name.</summary>
    public static long? Revision(ReadOnlySpan<char> name) =>
        name.StartsWith(Prefix) && long.TryParse(name[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;
}
