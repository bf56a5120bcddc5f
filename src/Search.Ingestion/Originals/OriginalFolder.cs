using System.Security.Cryptography;
using System.Text;
using Search.Store;

namespace Search.Ingestion.Originals;

/// <summary>
/// Sources kept by the SHA-256 of their content, one file each: <c>ab/ab12…</c>. A file is on disk, name included, when
/// keeping it returns, and its owner alone may read it. Content that is no longer what its name says is never given out.
/// </summary>
/// <param name="folder">The folder; made with the first file.</param>
internal sealed class OriginalFolder(string folder)
{
    /// <summary>Ending of the file next to an original that holds what its container says above it, behind the SHA-256 of that.</summary>
    private const string Above = ".above";

    private const int HashLength = 64;

    private readonly Lock _lock = new();

    /// <summary>Whether content is kept.</summary>
    /// <param name="sha256">Its SHA-256, 64 lower-case hexadecimal digits.</param>
    public bool Has(string sha256) => sha256.Length == HashLength && File.Exists(PathOf(sha256));

    /// <summary>Keeps content, in place of damaged content of that name; on disk when this returns.</summary>
    /// <param name="sha256">Its SHA-256.</param>
    /// <param name="content">The content.</param>
    /// <param name="heading">What its container says above it; null for nothing.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public void Keep(string sha256, byte[] content, string? heading)
    {
        lock (_lock)
        {
            var path = PathOf(sha256);
            DurableFiles.MakeFolder(Path.GetDirectoryName(folder)!);
            DurableFiles.MakeFolder(folder);
            DurableFiles.MakeFolder(Path.GetDirectoryName(path)!);
            if (heading is not null)
            {
                var above = Encoding.UTF8.GetBytes(heading);
                DurableFiles.Replace(path + Above, file =>
                {
                    file.Write(Encoding.ASCII.GetBytes(HashOf(above)));
                    file.Write(above);
                });
            }

            DurableFiles.Replace(path, file => file.Write(content));
        }
    }

    /// <summary>Kept content; null where there is none, or none that is what its name says.</summary>
    /// <param name="sha256">Its SHA-256.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public byte[]? Read(string sha256) =>
        Has(sha256) && File.ReadAllBytes(PathOf(sha256)) is var content && string.Equals(HashOf(content), sha256, StringComparison.Ordinal)
            ? content
            : null;

    /// <summary>What the container of kept content said above it; null for nothing.</summary>
    /// <param name="sha256">The content's SHA-256.</param>
    public string? Heading(string sha256) =>
        File.Exists(PathOf(sha256) + Above) && HeadingOf(File.ReadAllBytes(PathOf(sha256) + Above)) is { } above
            ? Encoding.UTF8.GetString(above)
            : null;

    /// <summary>Lets content go.</summary>
    /// <param name="sha256">Its SHA-256.</param>
    public void Remove(string sha256)
    {
        lock (_lock)
        {
            if (Has(sha256))
            {
                File.Delete(PathOf(sha256));
                File.Delete(PathOf(sha256) + Above);
            }
        }
    }

    /// <summary>The SHA-256 of what is kept, in order. What was only begun when a process ended is not among it.</summary>
    /// <param name="writtenBefore">Leaves out what was kept later; null for all.</param>
    public IReadOnlyList<string> All(DateTimeOffset? writtenBefore = null) => !Directory.Exists(folder)
        ? []
        : [.. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Name.Length == HashLength && (writtenBefore is not { } time || file.LastWriteTimeUtc < time.UtcDateTime))
            .Select(file => file.Name).Order(StringComparer.Ordinal)];

    /// <summary>The SHA-256 of what is no longer what was kept, or whose heading is not.</summary>
    /// <param name="ct">Stops between files.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<string> Damaged(CancellationToken ct)
    {
        var damaged = new List<string>();
        foreach (var sha256 in All())
        {
            ct.ThrowIfCancellationRequested();
            if (Read(sha256) is null || (File.Exists(PathOf(sha256) + Above) && Heading(sha256) is null))
            {
                damaged.Add(sha256);
            }
        }

        return damaged;
    }

    /// <summary>The name that content is kept under: its SHA-256.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);

    /// <summary>The text behind the hash that begins the file; null where they do not belong together.</summary>
    private static byte[]? HeadingOf(byte[] file) =>
        file.Length >= HashLength && HashOf(file[HashLength..]) is var hash && string.Equals(Encoding.ASCII.GetString(file, 0, HashLength), hash, StringComparison.Ordinal)
            ? file[HashLength..]
            : null;
}
