using System.Text.Json;
using Search.Documents;
using Search.Store;

namespace Search.Ingestion;

/// <summary>Who took which documents out, and when: one line of JSON each in <c>logs/removals.jsonl</c>, on disk before
/// anything goes.</summary>
internal static class RemovalLog
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="IOException">The disk refused; nothing is to be taken out then.</exception>
    public static void Write(
        string dataDirectory, DateTimeOffset at, string by, IReadOnlyList<DocumentKey> keys, IReadOnlyList<StoredFile> files)
    {
        var folder = Path.Combine(dataDirectory, "logs");
        DurableFiles.MakeFolder(folder);
        using (var log = DurableFiles.Create(Path.Combine(folder, "removals.jsonl"), FileMode.Append))
        {
            JsonSerializer.Serialize(
                log,
                new { at, by, keys = keys.Select(key => key.Value), files = files.Select(file => new { file.Path, file.Sha256 }) },
                Options);
            log.WriteByte((byte)'\n');
            log.Flush(flushToDisk: true);
        }

        DurableFiles.Flush(folder);
    }
}
