using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Store;

/// <summary>How payloads of <see cref="StoredRecord"/> are written: camelCase, values without a content left out.</summary>
public static class RecordJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Writes a payload.</summary>
    /// <param name="value">What the record says.</param>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a payload.</summary>
    /// <param name="record">A record that was not taken out.</param>
    /// <exception cref="StoreDamagedException">The payload is not one of <typeparamref name="T"/>.</exception>
    public static T Read<T>(StoredRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            return JsonSerializer.Deserialize<T>(record.Payload ?? "null", Options) ?? throw new JsonException("null");
        }
        catch (JsonException error)
        {
            throw new StoreDamagedException(
                $"Bản ghi '{record.Kind}/{record.Id}' trong kho bị hỏng; hãy chạy `search verify`. (A stored record is damaged; run `search verify`.)", error);
        }
    }
}
