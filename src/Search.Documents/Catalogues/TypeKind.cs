using System.Text.Json.Serialization;

namespace Search.Documents.Catalogues;

/// <summary>What sort of document a type names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TypeKind>))]
public enum TypeKind
{
    /// <summary>A directive, a plan, an official letter: an ordinary document with a number of its own.</summary>
    [JsonStringEnumMemberName("document")]
    Document,

    /// <summary>A certified copy of another document (sao y, sao lục, trích sao).</summary>
    [JsonStringEnumMemberName("copy")]
    Copy,

    /// <summary>An administrative slip: letter of introduction, invitation, routing slip.</summary>
    [JsonStringEnumMemberName("paper")]
    Paper,

    /// <summary>A word for any document ("văn bản"), which says nothing about the type.</summary>
    [JsonStringEnumMemberName("generic")]
    Generic,

    /// <summary>A State document that makes law (văn bản quy phạm pháp luật).</summary>
    [JsonStringEnumMemberName("normative")]
    Normative,

    /// <summary>A founding text known by its name and not by a number: Cương lĩnh, Điều lệ, Hiến pháp.</summary>
    [JsonStringEnumMemberName("charter")]
    Charter,
}
