using Search.Store;

namespace Search.Ingestion.Snapshots;

/// <summary>The folder in which a snapshot is made or unpacked: in the data folder, so that what is in it only changes its name.</summary>
internal static class SnapshotWork
{
    private const string Prefix = ".snapshot-";

    /// <summary>What is older than this was left by a process that was killed.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Makes one, and the data folder where it is missing; deletes what was left.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static string NewFolder(string dataDirectory)
    {
        DurableFiles.MakeFolder(dataDirectory);
        foreach (var left in Directory.EnumerateDirectories(dataDirectory, Prefix + "*")
            .Where(left => TimeProvider.System.GetUtcNow() - new DateTimeOffset(Directory.GetLastWriteTimeUtc(left), TimeSpan.Zero) > Longest).ToList())
        {
            Directory.Delete(left, recursive: true);
        }

        var folder = Path.Combine(dataDirectory, Prefix + Guid.NewGuid().ToString("N"));
        DurableFiles.MakeFolder(folder);
        return folder;
    }
}
