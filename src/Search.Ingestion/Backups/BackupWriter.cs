using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Search.Ingestion.Discovery;
using Search.Store;

namespace Search.Ingestion.Backups;

/// <summary>
/// Copies data folders into one file while they are in use: of each collection the store as of one moment, its uploads and
/// original files, keys, warnings and logs; not the index, which is built from the store. The file is a gzipped tar; its
/// last entry lists the SHA-256 of every other one, so that a backup that is cut or changed is found before it is needed.
/// </summary>
public static class BackupWriter
{
    /// <summary>Name of the last entry.</summary>
    internal const string Sums = "SHA256SUMS";

    /// <summary>Folder of the open collection in a backup; a level's is <c>secret/LEVEL</c>.</summary>
    internal const string Open = "open";

    /// <summary>Folder of secret collections in a backup.</summary>
    internal const string Secret = "secret";

    /// <summary>Folder of original files below that of their collection.</summary>
    internal const string Originals = "originals";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const int Small = 32 << 20;

    /// <summary>Files of a data folder beside its store.</summary>
    private static readonly string[] Beside = ["keys.json", "warnings.json"];

    /// <summary>Writes a backup, in place of a file of that name; on disk when this returns, readable by its owner alone.</summary>
    /// <param name="plan">What goes in.</param>
    /// <param name="path">The file.</param>
    /// <param name="ct">Asks for a stop; nothing is left then.</param>
    /// <exception cref="IOException">The disk refused, or a store cannot be read.</exception>
    public static BackupSummary Write(BackupPlan plan, string path, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var next = path + ".next";
        try
        {
            var run = new Run(ct);
            using (var file = DurableFiles.Create(next, FileMode.Create))
            {
                using (var packed = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
                using (var tar = new TarWriter(packed, TarEntryFormat.Pax, leaveOpen: true))
                {
                    run.Collection(tar, Open, plan.DataDirectory);
                    foreach (var (level, folder) in plan.SecretData.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                    {
                        run.Collection(tar, $"{Secret}/{level}", folder);
                    }

                    run.Finish(tar);
                }

                file.Flush(flushToDisk: true);
            }

            DurableFiles.Move(next, path, overwrite: true);
            using var written = File.OpenRead(path);
            return new BackupSummary(
                run.Files, run.Bytes, run.Revision, Convert.ToHexStringLower(SHA256.HashData(written)), [Open, .. plan.SecretData.Keys.Order(StringComparer.Ordinal)]);
        }
        finally
        {
            File.Delete(next);
        }
    }

    private sealed class Run(CancellationToken ct)
    {
        private readonly StringBuilder _sums = new();

        public int Files { get; private set; }

        public long Bytes { get; private set; }

        public long Revision { get; private set; }

        public void Collection(TarWriter tar, string name, string folder)
        {
            var copy = Path.Combine(folder, $".backup-{Guid.NewGuid():N}.db");
            try
            {
                using var store = DocumentStores.Open(folder);
                store.CopyTo(copy);
                Add(tar, $"{name}/knowledge.db", copy);
                Revision = string.Equals(name, Open, StringComparison.Ordinal) ? store.Revision : Revision;
                foreach (var file in Beside)
                {
                    Add(tar, $"{name}/{file}", Path.Combine(folder, file));
                }

                foreach (var below in (string[])["uploads", "logs"])
                {
                    AddFolder(tar, $"{name}/{below}", Path.Combine(folder, below));
                }

                AddOriginals(tar, name, store, Path.Combine(Path.GetFullPath(folder), "uploads"));
            }
            finally
            {
                File.Delete(copy);
            }
        }

        public void Finish(TarWriter tar) => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, Sums)
        {
            Mode = OwnerOnly,
            DataStream = new MemoryStream(Encoding.UTF8.GetBytes(_sums.ToString())),
        });

        /// <summary>The files that documents were read from, so that a restored store can be mended from them.</summary>
        private void AddOriginals(TarWriter tar, string name, IDocumentStore store, string uploads)
        {
            var paths = new SourcePaths(store.Roots());
            foreach (var path in store.Files().Select(file => ContainerPaths.Outer(file.Path)).Distinct(StringComparer.Ordinal))
            {
                if (paths.TryLocate(path, out var full) && !SourcePaths.IsInside(full, uploads))
                {
                    Add(tar, $"{name}/{Originals}/{path}", full);
                }
            }
        }

        private void AddFolder(TarWriter tar, string name, string folder)
        {
            if (!Directory.Exists(folder))
            {
                return;
            }

            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList())
            {
                Add(tar, $"{name}/{Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')}", file);
            }
        }

        /// <summary>A file that is gone by now is left out: the host goes on working.</summary>
        private void Add(TarWriter tar, string name, string path)
        {
            ct.ThrowIfCancellationRequested();
            byte[] hash;
            FileStream stream;
            try
            {
                stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
                return;
            }

            using (stream)
            {
                // A small one may grow meanwhile, as a log does: it goes in as long as it was. Large ones do not change.
                Stream content = stream;
                if (stream.Length <= Small)
                {
                    content = new MemoryStream();
                    stream.CopyTo(content);
                    content.Position = 0;
                }

                hash = SHA256.HashData(content);
                content.Position = 0;
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name)
                {
                    Mode = OwnerOnly,
                    ModificationTime = new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero),
                    DataStream = content,
                });
                Files++;
                Bytes += content.Length;
            }

            _sums.Append(Convert.ToHexStringLower(hash)).Append("  ").Append(name).Append('\n');
        }
    }
}
