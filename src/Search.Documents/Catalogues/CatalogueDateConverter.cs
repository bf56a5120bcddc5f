using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Documents.Catalogues;

/// <summary>
/// Reads <c>2008-07-31</c>, or a bare year where no more is certain. Borders are widened, never narrowed:
/// a year is read as its first day where something begins and as its last where it ends.
/// </summary>
internal abstract class CatalogueDateConverter(int month, int day) : JsonConverter<DateOnly?>
{
    public override DateOnly? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0)
        {
            return new DateOnly(year, month, day);
        }

        throw new JsonException($"'{text}' is neither a date such as 2008-07-31 nor a year such as 2008");
    }

    public override void Write(Utf8JsonWriter writer, DateOnly? value, JsonSerializerOptions options)
    {
        if (value is { } date)
        {
            writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
