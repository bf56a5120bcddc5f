using System.Security.Cryptography;
using Search.Ingestion.Discovery;
using Search.Store;

namespace Search.Ingestion.Running;

/// <summary>The files that documents were read from, taken from where they lie, and out of the archive or message they lie in.</summary>
internal sealed class Originals(IDocumentStore store, WorkList work)
{
    /// <param name="path">The stored path.</param>
    /// <param name="ct">Stops reading.</param>
    /// <returns>The bytes that were read; null when they are gone or others lie there now, which the stored SHA-256 tells.</returns>
    public byte[]? Read(string path, CancellationToken ct)
    {
        var outer = ContainerPaths.Outer(path);
        if (store.File(path) is not { } known || !new SourcePaths(store.Roots()).TryLocate(outer, out var full) || !File.Exists(full))
        {
            return null;
        }

        try
        {
            var info = new FileInfo(full);
            var file = new FoundFile(outer, full, info.Length, new DateTimeOffset(info.LastWriteTimeUtc, TimeSpan.Zero));
            var bytes = work.Of(file, ct)
                .FirstOrDefault(item => item.Refusal is null && string.Equals(item.Path, path, StringComparison.Ordinal))?.Load(ct);
            return bytes is not null && string.Equals(Convert.ToHexStringLower(SHA256.HashData(bytes)), known.Sha256, StringComparison.Ordinal) ? bytes : null;
        }
        catch (Exception error) when (error is FileRefusedException or FileNotFoundException or DirectoryNotFoundException)
        {
            // Gone between two looks, or no archive any more.
            return null;
        }
    }
}
