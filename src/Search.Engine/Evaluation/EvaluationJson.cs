using System.Text.Json.Serialization;

namespace Search.Engine;

/// <summary>Reading of evaluation files without reflection.</summary>
[JsonSerializable(typeof(EvaluationArticle))]
[JsonSerializable(typeof(EvaluationQuestion))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
