using Search.Documents;
using Search.Ingestion.Discovery;
using Search.Store;

namespace Search.Ingestion.Running;

/// <summary>Chooses names for uploads so that none takes the place of another document.</summary>
internal sealed class UploadNames(
    IDocumentStore store, string folder, FormatReaders readers, WorkList work, FileAnalyzer analyzer)
{
    /// <param name="received">The received file.</param>
    /// <param name="name">The name it came with.</param>
    /// <param name="ct">Stops reading it.</param>
    public string Choose(string received, string name, CancellationToken ct)
    {
        var paths = new SourcePaths(store.Roots());
        HashSet<DocumentKey>? documents = null;
        return FreeNames.Take(name, candidate =>
        {
            var place = Path.Combine(folder, candidate);
            if (!File.Exists(place) || HaveSameBytes(received, place))
            {
                return true;
            }

            // Nothing is lost with a file whose documents all come again. Of one that holds none, because it was refused or
            // waits for its turn, nobody knows what would be lost.
            var held = paths.TryName(place, out var path) ? store.DocumentsOf(path) : [];
            return held.Count > 0 && held.All((documents ??= DocumentsOf(received, name, ct)).Contains);
        });
    }

    /// <summary>What takes minutes to read is not read for its name: it holds no document that could replace one.</summary>
    private HashSet<DocumentKey> DocumentsOf(string received, string name, CancellationToken ct)
    {
        var info = new FileInfo(received);
        var file = new FoundFile(name, received, info.Length, new DateTimeOffset(info.LastWriteTimeUtc, TimeSpan.Zero));
        var documents = new HashSet<DocumentKey>();
        foreach (var item in work.Of(file, ct).Where(item => item.Refusal is null && readers.For(item.Path) is not null))
        {
            var analyzed = analyzer.AnalyzeAsync(item, static _ => false, ct).GetAwaiter().GetResult();
            documents.UnionWith(analyzed.Item?.Documents.Select(document => document.Key) ?? []);
        }

        return documents;
    }

    private static bool HaveSameBytes(string one, string other)
    {
        using var first = File.OpenRead(one);
        using var second = File.OpenRead(other);
        if (first.Length != second.Length)
        {
            return false;
        }

        var (left, right) = (new byte[64 << 10], new byte[64 << 10]);
        while (first.ReadAtLeast(left, left.Length, throwOnEndOfStream: false) is var read and > 0)
        {
            if (second.ReadAtLeast(right, read, throwOnEndOfStream: false) < read || !left.AsSpan(0, read).SequenceEqual(right.AsSpan(0, read)))
            {
                return false;
            }
        }

        return true;
    }
}
