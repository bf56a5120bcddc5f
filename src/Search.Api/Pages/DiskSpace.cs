namespace Search.Api.Pages;

/// <summary>Room on the disk of a data folder, in bytes.</summary>
/// <param name="Free">What is free for this process.</param>
/// <param name="Total">The whole disk.</param>
/// <param name="Used">What store and index take.</param>
public sealed record DiskSpace(long Free, long Total, long Used)
{
    /// <summary>Measures; null where the system does not say.</summary>
    /// <param name="folder">The data folder. Uploads in it are not counted: there may be any number of them.</param>
    public static DiskSpace? Of(string folder)
    {
        try
        {
            var drive = new DriveInfo(folder);
            var files = Directory.EnumerateFiles(folder)
                .Concat(Directory.EnumerateDirectories(folder, "fulltext*").SelectMany(index => Directory.EnumerateFiles(index, "*", SearchOption.AllDirectories)));
            return new DiskSpace(drive.AvailableFreeSpace, drive.TotalSize, files.Sum(file => new FileInfo(file) is { Exists: true } info ? info.Length : 0));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
