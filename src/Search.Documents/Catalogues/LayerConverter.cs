using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Documents.Catalogues;

/// <summary>Reads the four words a catalogue may write for a layer, and says which ones are known.</summary>
internal sealed class LayerConverter : JsonConverter<Layer>
{
    public override Layer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() switch
        {
            "party" => Layer.Party,
            "state" => Layer.State,
            "both" => Layer.Both,
            "mass" => Layer.Mass,
            var other => throw new JsonException($"unknown layer '{other}', expected party, state, both or mass"),
        };

    public override void Write(Utf8JsonWriter writer, Layer value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value switch
        {
            Layer.Party => "party",
            Layer.State => "state",
            Layer.Both => "both",
            Layer.Mass => "mass",
            _ => throw new JsonException($"layer {value} is not written to a catalogue"),
        });
}
