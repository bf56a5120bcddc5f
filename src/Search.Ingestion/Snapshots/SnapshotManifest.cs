using System.Text.Json;

namespace Search.Ingestion.Snapshots;

/// <summary>What a published copy of a store and its index holds. It is written last: a snapshot without it is none.</summary>
/// <param name="Revision">The store's revision.</param>
/// <param name="StoreFormat">Version of the store's tables; a program of an older version leaves the snapshot alone.</param>
/// <param name="Refused">Files that were refused for their secrecy or taken out by a person when it was made. When there are more,
/// the snapshot may hold words that nobody may read any more, and it is deleted.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Node">Who made it.</param>
/// <param name="Files">Its files.</param>
public sealed record SnapshotManifest(
    long Revision, int StoreFormat, long Refused, DateTimeOffset CreatedAt, string Node, IReadOnlyList<SnapshotFile> Files)
{
    /// <summary>Name of the file that holds it.</summary>
    internal const string FileName = "snapshot.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Bytes of all files.</summary>
    public long Bytes => Files.Sum(file => file.Bytes);

    /// <summary>Writes it as JSON.</summary>
    internal void Write(Stream stream) => JsonSerializer.Serialize(stream, this, Json);

    /// <summary>Reads one.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    internal static SnapshotManifest Read(Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize<SnapshotManifest>(stream, Json) is { Files: not null } manifest && manifest.Files.All(file => file.IsPlausible)
                ? manifest
                : throw new InvalidDataException("The manifest of the snapshot names no files.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException("The manifest of the snapshot is damaged: " + error.Message, error);
        }
    }
}
