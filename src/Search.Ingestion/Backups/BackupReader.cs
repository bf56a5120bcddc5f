using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Search.Store;

namespace Search.Ingestion.Backups;

/// <summary>Unpacks a backup into an empty folder. Nothing is there until everything in it has been found to be what was
/// written.</summary>
public static class BackupReader
{
    /// <summary>Restores the open collection into a folder, and secret ones below it in <c>secret/LEVEL</c>. Roots of sources
    /// that are not on this machine lead to the restored originals from then on.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="dataDirectory">The data folder; it must be empty or missing.</param>
    /// <param name="withSecret">Whether secret collections are restored too.</param>
    /// <param name="ct">Asks for a stop; nothing is left then.</param>
    /// <exception cref="InvalidDataException">The file is no backup, is cut, or is not what was written.</exception>
    /// <exception cref="IOException">The folder is not empty, or the disk refused.</exception>
    public static BackupSummary Restore(string path, string dataDirectory, bool withSecret, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataDirectory));
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
        {
            throw new IOException($"Thư mục '{target}' không trống; chỉ khôi phục vào thư mục trống. (The folder is not empty; a backup is restored into an empty one.)");
        }

        var next = target + ".restoring";
        if (Directory.Exists(next))
        {
            Directory.Delete(next, recursive: true);
        }

        try
        {
            DurableFiles.MakeFolder(next);
            var (files, bytes) = Unpack(path, next, withSecret, ct);
            var collections = new List<string>();
            var revision = 0L;
            foreach (var (name, folder) in Collections(next))
            {
                collections.Add(name);
                var settled = Settle(folder, Path.Combine(target, Path.GetRelativePath(next, folder)), collections.Count == 1);
                revision = collections.Count == 1 ? settled : revision;
            }

            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(next, target);
            DurableFiles.Flush(Path.GetDirectoryName(target)!);
            using var file = File.OpenRead(path);
            return new BackupSummary(files, bytes, revision, Convert.ToHexStringLower(SHA256.HashData(file)), collections);
        }
        finally
        {
            if (Directory.Exists(next))
            {
                Directory.Delete(next, recursive: true);
            }
        }
    }

    private static (int Files, long Bytes) Unpack(string path, string folder, bool withSecret, CancellationToken ct)
    {
        var (files, bytes) = (0, 0L);
        var sums = new StringBuilder();
        string? listed = null;
        using var file = File.OpenRead(path);
        using var packed = new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(packed);
        while (Next(tar) is { } entry)
        {
            ct.ThrowIfCancellationRequested();
            if (entry.EntryType is not TarEntryType.RegularFile || listed is not null)
            {
                throw Changed("an entry that no backup has");
            }

            if (string.Equals(entry.Name, BackupWriter.Sums, StringComparison.Ordinal))
            {
                using var reader = new StreamReader(entry.DataStream ?? Stream.Null, Encoding.UTF8);
                listed = reader.ReadToEnd();
                continue;
            }

            var place = Place(folder, entry.Name, withSecret);
            var (hash, length) = Copy(entry.DataStream ?? Stream.Null, place);
            sums.Append(Convert.ToHexStringLower(hash)).Append("  ").Append(entry.Name).Append('\n');
            if (place is not null)
            {
                File.SetLastWriteTimeUtc(place, entry.ModificationTime.UtcDateTime);
                files++;
                bytes += length;
            }
        }

        return string.Equals(listed, sums.ToString(), StringComparison.Ordinal)
            ? (files, bytes)
            : throw Changed(listed is null ? "its end is missing" : "an entry is not what was written");
    }

    /// <summary>Writes an entry to its place, if it has one, and says what it was.</summary>
    private static (byte[] Hash, long Length) Copy(Stream content, string? place)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        if (place is not null)
        {
            DurableFiles.MakeFolder(Path.GetDirectoryName(place)!);
        }

        using var file = place is null ? null : DurableFiles.Create(place, FileMode.CreateNew);
        var buffer = new byte[128 << 10];
        try
        {
            while (content.Read(buffer) is var read and > 0)
            {
                hash.AppendData(buffer, 0, read);
                file?.Write(buffer, 0, read);
                length += read;
            }
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw Changed(error.Message);
        }

        file?.Flush(flushToDisk: true);
        return (hash.GetHashAndReset(), length);
    }

    private static TarEntry? Next(TarReader tar)
    {
        try
        {
            return tar.GetNextEntry(copyData: false);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw Changed(error.Message);
        }
    }

    /// <summary>Where an entry goes; null where it is left out.</summary>
    private static string? Place(string folder, string name, bool withSecret)
    {
        var parts = name.Split('/');
        if (parts.Any(part => part is "" or "." or "..") || name.Contains('\\', StringComparison.Ordinal) || name.Contains('\0', StringComparison.Ordinal))
        {
            throw Changed("a name that leads out of it");
        }

        return parts switch
        {
            [BackupWriter.Open, .. var rest] => Path.Combine([folder, .. rest]),
            [BackupWriter.Secret, _, ..] => withSecret ? Path.Combine([folder, .. parts]) : null,
            _ => throw Changed("an entry that no backup has"),
        };
    }

    private static IEnumerable<(string Name, string Folder)> Collections(string folder)
    {
        yield return (BackupWriter.Open, folder);
        var secret = Path.Combine(folder, BackupWriter.Secret);
        if (!Directory.Exists(secret))
        {
            yield break;
        }

        foreach (var level in Directory.EnumerateDirectories(secret).Order(StringComparer.Ordinal))
        {
            yield return (Path.GetFileName(level), level);
        }
    }

    /// <summary>Points the roots of a restored store to where its sources are now.</summary>
    /// <param name="folder">Where the store lies at present.</param>
    /// <param name="final">Where it will lie.</param>
    /// <param name="isOpen">Whether it is everyone's, whose roots a missing store would be an error for.</param>
    private static long Settle(string folder, string final, bool isOpen)
    {
        if (!DocumentStores.Exists(folder))
        {
            throw Changed(isOpen ? "it holds no store" : $"it holds no store of '{Path.GetFileName(folder)}'");
        }

        using var store = DocumentStores.Open(folder);
        foreach (var root in store.Roots())
        {
            if (string.Equals(root.Name, "uploads", StringComparison.Ordinal))
            {
                store.MoveRoot(root.Name, Path.Combine(final, "uploads"));
            }
            else if (!Directory.Exists(root.Folder))
            {
                store.MoveRoot(root.Name, Path.Combine(final, BackupWriter.Originals, root.Name));
            }
        }

        return store.Revision;
    }

    private static InvalidDataException Changed(string how) => new(
        $"Tệp sao lưu bị hỏng, bị cắt hoặc không phải là bản sao lưu: {how}. (The backup is damaged, cut, or no backup: {how}.)");
}
