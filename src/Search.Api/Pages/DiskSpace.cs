namespace Search.Api.Pages;

/// <summary>Room on the disk of a data folder, in bytes.</summary>
/// <param name="Free">What is free for this process.</param>
/// <param name="Total">The whole disk.</param>
/// <param name="Used">What store and index take, in whole MiB.</param>
public sealed record DiskSpace(long Free, long Total, long Used)
{
    private const long Unit = 1 << 20;

    /// <summary>Measures; null where the system does not say.</summary>
    /// <param name="folder">The data folder. Uploads in it are not counted: there may be any number of them. Nor is the log of the store,
    /// and what is less than a unit: they tell that something was written, which may be nobody's business.</param>
    public static DiskSpace? Of(string folder)
    {
        try
        {
            var drive = new DriveInfo(folder);
            var files = Directory.EnumerateFiles(folder).Where(file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal))
                .Concat(Directory.EnumerateDirectories(folder, "fulltext*").SelectMany(index => Directory.EnumerateFiles(index, "*", SearchOption.AllDirectories)));
            var used = files.Sum(file => new FileInfo(file) is { Exists: true } info ? info.Length : 0);
            return new DiskSpace(drive.AvailableFreeSpace, drive.TotalSize, (used + Unit - 1) / Unit * Unit);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
