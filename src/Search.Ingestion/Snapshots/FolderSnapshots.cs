using Search.Store;

namespace Search.Ingestion.Snapshots;

/// <summary>Snapshots in a folder.</summary>
/// <param name="root">The folder; made when missing.</param>
internal sealed class FolderSnapshots(string root) : ISnapshotStorage
{
    public string Location { get; } = Path.GetFullPath(root);

    public IReadOnlyList<long> List(CancellationToken ct) => !Directory.Exists(Location)
        ? []
        : [.. Directory.EnumerateDirectories(Location).Select(folder => SnapshotNames.Revision(Path.GetFileName(folder.AsSpan())))
            .OfType<long>().OrderDescending()];

    public void Put(long revision, string name, Stream content, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var path = PathOf(revision, name);
        DurableFiles.MakeFolder(Path.GetDirectoryName(path)!);
        DurableFiles.Replace(path, content.CopyTo);
    }

    public Stream? Open(long revision, string name, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            return File.OpenRead(PathOf(revision, name));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Delete(long revision, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            File.Delete(PathOf(revision, SnapshotManifest.FileName));
            Directory.Delete(Path.Combine(Location, SnapshotNames.Of(revision)), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another node was at it.
        }
    }

    public void Dispose()
    {
        // Nothing is held.
    }

    private string PathOf(long revision, string name) => Path.Combine([Location, SnapshotNames.Of(revision), .. name.Split('/')]);
}
