using System.Security.Cryptography;
using Search.Store;

namespace Search.Ingestion.Snapshots;

/// <summary>Begins a node's data folder from the newest published snapshot that is whole; the node follows from there.</summary>
public static class SnapshotReader
{
    /// <summary>The manifest of a snapshot; null where it has none, or one that is damaged.</summary>
    /// <param name="storage">Where it lies.</param>
    /// <param name="revision">Its revision.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="IOException">The storage does not answer.</exception>
    public static SnapshotManifest? Manifest(ISnapshotStorage storage, long revision, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(storage);
        try
        {
            using var stream = storage.Open(revision, SnapshotManifest.FileName, ct);
            return stream is null ? null : SnapshotManifest.Read(stream);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Fills a data folder that holds no store.</summary>
    /// <param name="dataDirectory">The folder; made when missing.</param>
    /// <param name="storage">Where the snapshots lie.</param>
    /// <param name="ct">Stops it; the folder still holds no store then.</param>
    /// <returns>What was taken; null where there is no snapshot that is whole and of this version.</returns>
    /// <exception cref="IOException">The disk refused, or the storage does not answer.</exception>
    public static SnapshotManifest? Seed(string dataDirectory, ISnapshotStorage storage, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        ArgumentNullException.ThrowIfNull(storage);
        foreach (var revision in storage.List(ct))
        {
            if (Manifest(storage, revision, ct) is { } manifest && manifest.StoreFormat <= DocumentStores.Format && IsTaken(dataDirectory, storage, manifest, ct))
            {
                return manifest;
            }
        }

        return null;
    }

    private static bool IsTaken(string dataDirectory, ISnapshotStorage storage, SnapshotManifest manifest, CancellationToken ct)
    {
        var work = SnapshotWork.NewFolder(dataDirectory);
        try
        {
            foreach (var file in manifest.Files)
            {
                if (!IsTaken(storage, manifest.Revision, file, Path.Combine([work, .. file.Name.Split('/')]), ct))
                {
                    return false;
                }
            }

            // The store first: without its index it is whole, an index without its store means that data is lost.
            DocumentStores.MoveInto(dataDirectory, work);
            var index = Path.Combine(work, FulltextIndex.Folder);
            if (Directory.Exists(index))
            {
                Directory.Move(index, Path.Combine(dataDirectory, FulltextIndex.Folder));
            }

            DurableFiles.Flush(dataDirectory);
            return true;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Whether a file came as it was written.</summary>
    private static bool IsTaken(ISnapshotStorage storage, long revision, SnapshotFile file, string path, CancellationToken ct)
    {
        using var content = storage.Open(revision, file.Name, ct);
        if (content is null)
        {
            return false;
        }

        DurableFiles.MakeFolder(Path.GetDirectoryName(path)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var target = DurableFiles.Create(path, FileMode.CreateNew);
        var buffer = new byte[128 << 10];
        var length = 0L;
        while (content.Read(buffer) is var read and > 0)
        {
            ct.ThrowIfCancellationRequested();
            length += read;
            if (length > file.Bytes)
            {
                return false;
            }

            hash.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }

        target.Flush(flushToDisk: true);
        return length == file.Bytes && string.Equals(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Sha256, StringComparison.Ordinal);
    }
}
