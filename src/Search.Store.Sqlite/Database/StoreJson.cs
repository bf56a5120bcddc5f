using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Search.Documents;
using Search.Text;

namespace Search.Store.Sqlite;

/// <summary>How headers and citations lie in the database. Fields without a value are left out.</summary>
internal static class StoreJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Flatten } },
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

    /// <summary>The fields of a header lie beside those of what has it, as they did before they were one record.</summary>
    private static void Flatten(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || !info.Type.IsAssignableTo(typeof(IDescribed)))
        {
            return;
        }

        foreach (var header in info.Properties.Where(property => property.PropertyType == typeof(DocumentHeader)).ToList())
        {
            info.Properties.Remove(header);
        }

        foreach (var field in typeof(DocumentHeader).GetProperties())
        {
            var property = info.CreateJsonPropertyInfo(field.PropertyType, JsonNamingPolicy.CamelCase.ConvertName(field.Name));
            property.Get = described => field.GetValue(((IDescribed)described).Header);
            property.Set = (described, value) => field.SetValue(((IDescribed)described).Header, value);
            property.ShouldSerialize = string.Equals(field.Name, nameof(DocumentHeader.Number), StringComparison.Ordinal)
                ? (described, value) => value is not null && ((IDescribed)described).Header.Docket is null
                : (_, value) => value is not null;
            info.Properties.Add(property);
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
