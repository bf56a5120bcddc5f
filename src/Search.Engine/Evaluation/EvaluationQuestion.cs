using System.Text.Json.Serialization;

namespace Search.Engine;

/// <summary>A line of a question file.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Text">The question.</param>
/// <param name="Relevant">Ids of the articles that answer it.</param>
public sealed record EvaluationQuestion(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("relevant")] IReadOnlyList<string> Relevant);
