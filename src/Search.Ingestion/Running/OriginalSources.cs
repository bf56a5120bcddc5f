using Search.Ingestion.Discovery;
using Search.Ingestion.Originals;
using Search.Store;

namespace Search.Ingestion.Running;

/// <summary>
/// The files that documents were read from: as they lie in their folder, archive or message, and the kept copy of those that
/// may go from there. Kept are uploads and what lies in a container; a folder of plain files is its owner's to keep.
/// </summary>
/// <param name="store">What the store knows of them.</param>
/// <param name="work">Opens containers.</param>
/// <param name="kept">The kept copies.</param>
/// <param name="uploads">The folder of uploads.</param>
internal sealed class OriginalSources(IDocumentStore store, WorkList work, OriginalFolder kept, string uploads)
{
    /// <summary>What no file of the store has is let go after this time: another host may have just kept it.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromHours(1);

    /// <param name="path">The stored path.</param>
    /// <param name="ct">Stops reading.</param>
    /// <returns>The bytes that were read; null when they are gone or others lie there now, which the stored SHA-256 tells.</returns>
    public byte[]? Read(string path, CancellationToken ct) => store.File(path) is not { } known
        ? null
        : kept.Read(known.Sha256) ?? Entries(ContainerPaths.Outer(path), ct)
            .FirstOrDefault(entry => string.Equals(entry.Work.Path, path, StringComparison.Ordinal) && string.Equals(entry.Sha256, known.Sha256, StringComparison.Ordinal))
            .Bytes;

    /// <summary>Keeps what is not kept yet, or is damaged, of the files that the store holds, as far as it lies in its place, and
    /// lets go what no file of the store has.</summary>
    /// <param name="now">The time.</param>
    /// <param name="damaged">SHA-256 of what is kept and damaged.</param>
    /// <param name="ct">Stops between files.</param>
    /// <returns>Paths of files whose kept copy is damaged and that do not lie in their place any more.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public IReadOnlyList<string> KeepMissing(DateTimeOffset now, IReadOnlyCollection<string> damaged, CancellationToken ct)
    {
        var paths = new SourcePaths(store.Roots());
        var idle = kept.All(now - Settling).ToHashSet(StringComparer.Ordinal);
        var missing = new List<StoredFile>();
        store.EachFile(file =>
        {
            idle.Remove(file.Sha256);
            if (paths.TryLocate(ContainerPaths.Outer(file.Path), out var full) && IsKept(file.Path, full)
                && (!kept.Has(file.Sha256) || damaged.Contains(file.Sha256)))
            {
                missing.Add(file);
            }
        });
        var wanted = missing.Select(file => (file.Path, file.Sha256)).ToHashSet();
        foreach (var container in missing.Select(file => ContainerPaths.Outer(file.Path)).Distinct(StringComparer.Ordinal))
        {
            foreach (var entry in Entries(container, ct).Where(entry => wanted.Remove((entry.Work.Path, entry.Sha256))))
            {
                kept.Keep(entry.Sha256, entry.Bytes, entry.Work.Heading);
            }
        }

        foreach (var sha256 in idle)
        {
            kept.Remove(sha256);
        }

        return [.. wanted.Where(file => damaged.Contains(file.Sha256)).Select(file => file.Path).Order(StringComparer.Ordinal)];
    }

    /// <summary>Keeps what is about to be stored; on disk when this returns.</summary>
    /// <param name="item">What was read.</param>
    /// <param name="sha256">SHA-256 of what was read.</param>
    /// <returns>Why it has to be tried again; null when it is kept, or needs not be.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public FileRefusedException? Keep(WorkItem item, string sha256)
    {
        if (item.File is not { } file || !IsKept(item.Path, file.FullPath) || kept.Has(sha256))
        {
            return null;
        }

        try
        {
            var bytes = item.Load(CancellationToken.None);
            if (!string.Equals(OriginalFolder.HashOf(bytes), sha256, StringComparison.Ordinal))
            {
                return Refusals.Changing();
            }

            kept.Keep(sha256, bytes, item.Heading);
            return null;
        }
        catch (FileRefusedException refusal)
        {
            return refusal;
        }
    }

    /// <summary>What only the kept copy is left of, to be read again.</summary>
    /// <param name="files">Files of the store.</param>
    public IReadOnlyList<WorkItem> OnlyKept(IEnumerable<StoredFile> files)
    {
        var paths = new SourcePaths(store.Roots());
        return [.. files.Where(file => kept.Has(file.Sha256)
                && !(paths.TryLocate(ContainerPaths.Outer(file.Path), out var full) && File.Exists(full)))
            .Select(Kept)];
    }

    /// <summary>The kept copy of a file of the store, to be read again.</summary>
    /// <param name="file">The file.</param>
    public WorkItem Kept(StoredFile file) =>
        new(file.Path, file.Size, file.Modified, _ => kept.Read(file.Sha256) ?? throw Refusals.Vanished()) { Heading = kept.Heading(file.Sha256) };

    /// <summary>Lets content go, but for what a file of the store has.</summary>
    /// <param name="freed">SHA-256 of what files had that were taken out or changed.</param>
    public void Release(IReadOnlyCollection<string> freed)
    {
        var idle = freed.Where(kept.Has).ToHashSet(StringComparer.Ordinal);
        if (idle.Count == 0)
        {
            return;
        }

        store.EachFile(file => idle.Remove(file.Sha256));
        foreach (var sha256 in idle)
        {
            kept.Remove(sha256);
        }
    }

    private bool IsKept(string path, string full) => ContainerPaths.Outer(path).Length < path.Length || SourcePaths.IsInside(full, uploads);

    /// <summary>What lies at a path of the store, or in the container there; nothing where it is gone or no container any more.</summary>
    private IEnumerable<(WorkItem Work, byte[] Bytes, string Sha256)> Entries(string outer, CancellationToken ct)
    {
        if (!new SourcePaths(store.Roots()).TryLocate(outer, out var full) || !File.Exists(full))
        {
            yield break;
        }

        var info = new FileInfo(full);
        var file = new FoundFile(outer, full, info.Length, new DateTimeOffset(info.LastWriteTimeUtc, TimeSpan.Zero));
        using var items = work.Of(file, ct).GetEnumerator();
        while (Next(items, ct) is var (item, bytes))
        {
            ct.ThrowIfCancellationRequested();
            if (bytes is not null)
            {
                yield return (item, bytes, OriginalFolder.HashOf(bytes));
            }
        }
    }

    private static (WorkItem Work, byte[]? Bytes)? Next(IEnumerator<WorkItem> items, CancellationToken ct)
    {
        try
        {
            return items.MoveNext() ? (items.Current, items.Current.Refusal is null ? items.Current.Load(ct) : null) : null;
        }
        catch (Exception error) when (error is FileRefusedException or FileNotFoundException or DirectoryNotFoundException)
        {
            // Gone between two looks, or no archive any more.
            return null;
        }
    }
}
