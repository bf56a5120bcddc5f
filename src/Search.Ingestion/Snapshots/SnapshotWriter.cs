using System.Security.Cryptography;
using Search.Engine;
using Search.Store;

namespace Search.Ingestion.Snapshots;

/// <summary>Publishes the copy of a shared store with its index, for nodes that begin. Only this node's disk is read; the
/// database is not asked.</summary>
public static class SnapshotWriter
{
    /// <summary>Snapshots that stay: the newest, and the one before for whoever is just reading it.</summary>
    private const int Kept = 2;

    private static readonly string[] RefusedCodes = ["secret", Removal.Code];

    /// <summary>Files that nobody may read any more, as of now.</summary>
    /// <param name="store">The store.</param>
    public static long CountRefused(IDocumentStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return RefusedCodes.Sum(code => store.CountQuarantine() - store.CountQuarantine(code));
    }

    /// <summary>Publishes a snapshot and deletes older ones; the present one is left where nothing has changed since.</summary>
    /// <param name="system">A copy of a shared store with its index.</param>
    /// <param name="dataDirectory">Its folder; takes a second copy of both for the time of the work.</param>
    /// <param name="node">Name of this node.</param>
    /// <param name="storage">Where to.</param>
    /// <param name="clock">Dates it.</param>
    /// <param name="ct">Stops it; a snapshot without its manifest counts for none.</param>
    /// <returns>What is there now.</returns>
    /// <exception cref="IOException">The disk or the storage refused.</exception>
    /// <exception cref="IndexDamagedException">The index is damaged.</exception>
    public static SnapshotManifest Publish(
        KnowledgeBase system, string dataDirectory, string node, ISnapshotStorage storage, TimeProvider clock, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(clock);
        var refused = CountRefused(system.Store);
        if (storage.List(ct) is [var newest, ..] && newest == system.Store.Revision && SnapshotReader.Manifest(storage, newest, ct) is { } present
            && present.Refused == refused)
        {
            return present;
        }

        var work = SnapshotWork.NewFolder(dataDirectory);
        try
        {
            // The index first: a store that is ahead of its index is brought up, one behind it would look as if data were lost.
            (system.Engine as IMaintainable)?.CopyTo(Path.Combine(work, FulltextIndex.Folder), ct);
            var revision = DocumentStores.CopyTo(system.Store, work);
            var files = new List<SnapshotFile>();
            foreach (var path in Directory.EnumerateFiles(work, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                using var content = File.OpenRead(path);
                var file = new SnapshotFile(
                    Path.GetRelativePath(work, path).Replace(Path.DirectorySeparatorChar, '/'), content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
                content.Position = 0;
                storage.Put(revision, file.Name, content, ct);
                files.Add(file);
            }

            var manifest = new SnapshotManifest(revision, DocumentStores.Format, refused, clock.GetUtcNow(), node, files);
            using var written = new MemoryStream();
            manifest.Write(written);
            written.Position = 0;
            storage.Put(revision, SnapshotManifest.FileName, written, ct);
            DeleteOld(storage, manifest, ct);
            return manifest;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static void DeleteOld(ISnapshotStorage storage, SnapshotManifest now, CancellationToken ct)
    {
        foreach (var (revision, i) in storage.List(ct).Where(revision => revision != now.Revision).Select((revision, i) => (revision, i)))
        {
            if (i + 1 >= Kept || revision > now.Revision || SnapshotReader.Manifest(storage, revision, ct) is not { } manifest || manifest.Refused != now.Refused)
            {
                storage.Delete(revision, ct);
            }
        }
    }
}
