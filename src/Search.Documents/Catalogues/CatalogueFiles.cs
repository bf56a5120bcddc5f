using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Documents.Catalogues;

/// <summary>Reads catalogue files, entry by entry, so that an error names the entry and not a byte position.</summary>
internal sealed class CatalogueFiles(Func<string, byte[]> reader)
{
    private readonly Func<string, byte[]> _read = reader;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
    };

    public static CatalogueFiles Embedded() => new(file =>
    {
        using var stream = typeof(CatalogueFiles).Assembly.GetManifestResourceStream($"seeds/{file}")
            ?? throw new CatalogueException(new(file, null, "is not embedded in the assembly"));
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    });

    public static CatalogueFiles In(string directory) => new(file =>
    {
        var path = Path.Combine(directory, file);
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CatalogueException(new(file, null, $"cannot be read from '{directory}' ({error.Message})"), error);
        }
    });

    /// <summary>The files of a folder, and the embedded one for each that is not there.</summary>
    public static CatalogueFiles Over(string directory)
    {
        var (own, rest) = (In(directory), Embedded());
        return new(file => File.Exists(Path.Combine(directory, file)) ? own._read(file) : rest._read(file));
    }

    public ImmutableArray<T> Read<T>(string file)
        where T : class
    {
        using var json = Parse(file, _read(file));
        if (json.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new CatalogueException(new(file, null, "must be a JSON array of entries"));
        }

        var entries = ImmutableArray.CreateBuilder<T>(json.RootElement.GetArrayLength());
        foreach (var element in json.RootElement.EnumerateArray())
        {
            try
            {
                entries.Add(element.Deserialize<T>(Options) ?? throw new JsonException("the entry is null"));
            }
            catch (JsonException error)
            {
                throw new CatalogueException(new(file, NameOf(element, entries.Count + 1), error.Message), error);
            }
        }

        return entries.ToImmutable();
    }

    private static JsonDocument Parse(string file, byte[] bytes)
    {
        try
        {
            // A byte order mark is what some editors add; it is not worth an error.
            return JsonDocument.Parse(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsMemory(3) : bytes);
        }
        catch (JsonException error)
        {
            var place = $"line {error.LineNumber + 1}";
            throw new CatalogueException(new(file, null, $"is not valid JSON at {place}: {error.Message}"), error);
        }
    }

    private static string NameOf(JsonElement element, int position)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in (ReadOnlySpan<string>)["id", "key", "name", "word"])
            {
                if (element.TryGetProperty(property, out var id) && id.ValueKind == JsonValueKind.String)
                {
                    return $"'{id.GetString()}'";
                }
            }
        }

        return $"#{position}";
    }
}
