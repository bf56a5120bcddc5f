using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Engine.Embedded;

/// <summary>
/// Names the live files of a generation. Replacing it is the commit: before the rename the old generation is
/// served, after it the new one. Two lines of text: JSON, then the CRC32C of that line.
/// </summary>
internal sealed partial record Manifest
{
    /// <summary>File name.</summary>
    public const string FileName = "manifest";

    /// <summary>Format of the manifest.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Grows by one with every commit and merge.</summary>
    public long Generation { get; init; }

    /// <summary>The store's revision.</summary>
    public long Revision { get; init; } = -1;

    /// <summary>Number for the next file name.</summary>
    public long NextFile { get; init; } = 1;

    /// <summary>Constants baked into the segments, see <see cref="RankingConstants.Fingerprint"/>.</summary>
    public uint Ranking { get; init; } = RankingConstants.Fingerprint;

    /// <summary>Live segments.</summary>
    public IReadOnlyList<ManifestSegment> Segments { get; init; } = [];

    /// <summary>Reads a directory's manifest; null where there is none.</summary>
    /// <exception cref="IndexDamagedException">It does not fit its checksum or is of another version.</exception>
    public static Manifest? Read(string directory)
    {
        string text;
        try
        {
            text = File.ReadAllText(Path.Combine(directory, FileName), Encoding.UTF8);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }

        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || !string.Equals(text[(end + 1)..], Sum(text[..end]), StringComparison.Ordinal))
        {
            throw new IndexDamagedException(new IndexDamage(FileName, 0, "the checksum does not fit"));
        }

        try
        {
            var manifest = JsonSerializer.Deserialize(text[..end], ManifestJson.Default.Manifest);
            if (manifest is { Version: 1 })
            {
                return manifest;
            }

            throw new IndexDamagedException(new IndexDamage(FileName, 0,
                string.Create(CultureInfo.InvariantCulture, $"version {manifest?.Version} is not known")));
        }
        catch (JsonException e)
        {
            throw new IndexDamagedException(FileName + ": " + e.Message, e);
        }
    }

    /// <summary>Commits this manifest.</summary>
    public void Write(IFileLayer files, string directory)
    {
        var line = JsonSerializer.Serialize(this, ManifestJson.Default.Manifest);
        var temporary = Path.Combine(directory, FileName + ".tmp");
        files.Delete(temporary);
        using (var stream = files.Create(temporary))
        {
            stream.Write(Encoding.UTF8.GetBytes(line + "\n" + Sum(line)));
            files.Sync(stream);
        }

        files.Rename(temporary, Path.Combine(directory, FileName));
        files.SyncDirectory(directory);
    }

    private static string Sum(string line) => Checksum.Hex(Checksum.Of(Encoding.UTF8.GetBytes(line)));

    [JsonSerializable(typeof(Manifest))]
    private sealed partial class ManifestJson : JsonSerializerContext;
}
