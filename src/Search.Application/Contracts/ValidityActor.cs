using System.Text.Json.Serialization;

namespace Search.Application.Contracts;

/// <summary>A document that acted on another.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Number">Its number.</param>
/// <param name="Url">Its page.</param>
public sealed record ValidityActor(string Key, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number, string Url);
