using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Documents;
using Search.Text;

namespace Search.Store.Sqlite;

/// <summary>How headers and citations lie in the database. Fields without a value are left out.</summary>
internal static class StoreJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new KeyConverter(), new DocketConverter(), new SpanConverter(),
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
        },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="StoreDamagedException">The payload is not what was written.</exception>
    public static T Read<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("null");
        }
        catch (JsonException error)
        {
            throw new StoreDamagedException(
                $"Bản ghi {typeof(T).Name} trong kho bị hỏng; hãy chạy `search verify`. "
                + $"(A stored {typeof(T).Name} is damaged; run `search verify`.)",
                error);
        }
    }

    private sealed class KeyConverter : JsonConverter<DocumentKey>
    {
        public override DocumentKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DocumentKey.TryParse(reader.GetString(), out var key) ? key : throw new JsonException("not a key");

        public override void Write(Utf8JsonWriter writer, DocumentKey value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }

    private sealed class DocketConverter : JsonConverter<Docket>
    {
        public override Docket Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Docket.TryParse(reader.GetString(), out var docket) ? docket : throw new JsonException("not a number");

        public override void Write(Utf8JsonWriter writer, Docket value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Canonical);
    }

    private sealed class SpanConverter : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw new JsonException("not a span");
            }

            reader.Read();
            var start = reader.GetInt32();
            reader.Read();
            var end = reader.GetInt32();
            reader.Read();
            return reader.TokenType == JsonTokenType.EndArray && start <= end
                ? new TextSpan(start, end)
                : throw new JsonException("not a span");
        }

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Start);
            writer.WriteNumberValue(value.End);
            writer.WriteEndArray();
        }
    }
}
